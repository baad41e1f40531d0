package org.liptako.node.placement;

import static java.util.Objects.requireNonNull;

import org.liptako.pki.evidence.Digest;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * By what a State's node judged, beside its rules and its engine: for whoever judges again.
 *
 * @param software the version of the node's program
 * @param vocabularyVersion the version of the vocabulary that the facts and the rules are read by, and {@code vocabulary} the digest of its file
 */
public record JudgingMeans(String software, long vocabularyVersion, Digest vocabulary) {
    public JudgingMeans {
        requireNonNull(software, "software is null");
        requireNonNull(vocabulary, "vocabulary is null");
    }

    /** This program, and the vocabulary of its rules. */
    static JudgingMeans of(Vocabulary vocabulary) {
        String version = JudgingMeans.class.getPackage().getImplementationVersion();
        return new JudgingMeans(
                version == null ? "development" : version, vocabulary.version(), Digest.ofHex(vocabulary.digest()));
    }
}
