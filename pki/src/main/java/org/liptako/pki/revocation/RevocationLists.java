package org.liptako.pki.revocation;

import java.util.List;

/**
 * The revocation lists that a validator holds, complete and delta, of any issuers.
 *
 * <p>None of them is believed for being here: each is verified against its issuer's certificate when it is used. An
 * empty set means that revocation is not checked at all. Immutable and thread-safe.
 *
 * @param lists in no particular order
 */
public record RevocationLists(List<RevocationList> lists) {
    private static final RevocationLists NONE = new RevocationLists(List.of());

    public RevocationLists {
        lists = List.copyOf(lists);
    }

    /** No lists: revocation is not checked. */
    public static RevocationLists none() {
        return NONE;
    }

    public boolean isEmpty() {
        return lists.isEmpty();
    }
}
