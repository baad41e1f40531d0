package org.liptako.policy.rules;

import static java.util.Objects.requireNonNull;

/** The text and article that a rule rests on. */
public record LegalBasis(String instrument, String article, BasisStatus status) {

    public LegalBasis {
        requireNonNull(instrument, "instrument is null");
        requireNonNull(article, "article is null");
        requireNonNull(status, "status is null");
    }
}
