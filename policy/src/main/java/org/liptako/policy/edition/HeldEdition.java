package org.liptako.policy.edition;

import static java.util.Objects.requireNonNull;

/**
 * An edition that was accepted.
 *
 * @param digest SHA-256 of its document, in lower-case hex: what the next edition names
 */
public record HeldEdition(RuleEdition edition, String digest) {
    /** Nothing of it is optional. */
    public HeldEdition {
        requireNonNull(edition, "edition is null");
        RuleEdition.requireDigest(digest);
    }

    /** Which of the jurisdiction's editions it is. */
    public long version() {
        return edition.version();
    }
}
