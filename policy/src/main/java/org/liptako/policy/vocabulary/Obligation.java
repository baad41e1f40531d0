package org.liptako.policy.vocabulary;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A duty that the vocabulary has a label for. Rule files may use other codes.
 *
 * @param enforced whether the federation sees to it by itself
 * @param days the days within which it must be done, or null if it has none
 */
public record Obligation(
        String code,
        Bilingual label,
        boolean enforced,
        @Nullable Integer days) {

    public Obligation {
        requireNonNull(code, "code is null");
        requireNonNull(label, "label is null");
    }
}
