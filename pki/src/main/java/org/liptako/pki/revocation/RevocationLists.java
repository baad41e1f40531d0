package org.liptako.pki.revocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liptako.pki.encoding.DirectoryName;

/**
 * The revocation lists that a validator holds, complete and delta, of any issuers.
 *
 * <p>None of them is believed for being here: each is verified against its issuer's certificate when it is used. An
 * empty set means that revocation is not checked at all. Immutable and thread-safe.
 */
public final class RevocationLists {
    private static final RevocationLists NONE = new RevocationLists(List.of());

    private final List<RevocationList> lists;
    private final Map<DirectoryName, List<RevocationList>> byIssuer = new HashMap<>();

    /** These lists, in no particular order. */
    public RevocationLists(List<RevocationList> lists) {
        this.lists = List.copyOf(lists);
        for (RevocationList list : this.lists) {
            byIssuer.computeIfAbsent(list.issuerName(), issuer -> new ArrayList<>())
                    .add(list);
        }
    }

    /** No lists: revocation is not checked. */
    public static RevocationLists none() {
        return NONE;
    }

    public boolean isEmpty() {
        return lists.isEmpty();
    }

    public List<RevocationList> lists() {
        return lists;
    }

    /** The lists that claim to be this issuer's. */
    public List<RevocationList> of(DirectoryName issuer) {
        return List.copyOf(byIssuer.getOrDefault(issuer, List.of()));
    }

    /** What the lists tell of a certificate, if {@code signers} vouch for them: RFC 5280 section 6.3. */
    public CertificateStatus statusOf(StatusQuestion question, ListSigners signers) {
        return new StatusSearch(this, question, signers).status();
    }
}
