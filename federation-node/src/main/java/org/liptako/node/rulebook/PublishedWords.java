package org.liptako.node.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.vocabulary.VocabularyException;

/**
 * The versions of the vocabulary: the product's own, and those that the AES's editions have published since. Each only adds to the one before, and none is
 * ever taken back: a withdrawal brings back rules, and what was written meanwhile must stay readable. Immutable.
 */
final class PublishedWords {
    /** Before the AES has published any. */
    static final PublishedWords PRODUCT = new PublishedWords(List.of(new Version(Vocabulary.standard(), 0)));

    private final List<Version> versions;

    private PublishedWords(List<Version> versions) {
        this.versions = List.copyOf(versions);
    }

    /** A vocabulary, and the edition of the AES's rules that brought it; 0 for the product's. */
    private record Version(Vocabulary vocabulary, long edition) {}

    /**
     * These and the one that an edition of the AES brings; an edition may bring again what is published.
     *
     * @throws VocabularyException if it is none, or does not follow the newest
     */
    PublishedWords with(long edition, byte[] file) throws VocabularyException {
        if (of(Digest.over(file).hex()).isPresent()) {
            return this;
        }
        List<Version> longer = new ArrayList<>(versions);
        longer.add(new Version(newest().followedBy(file), edition));
        return new PublishedWords(longer);
    }

    /** The version with that digest, if it was published. */
    Optional<Vocabulary> of(String digest) {
        return all().stream()
                .filter(vocabulary -> vocabulary.digest().equals(digest))
                .findFirst();
    }

    Vocabulary newest() {
        return versions.getLast().vocabulary();
    }

    /** All, rising. */
    List<Vocabulary> all() {
        return versions.stream().map(Version::vocabulary).toList();
    }

    /**
     * The one by which the rules in force are read: the newest that the AES's edition in force, or one before it, has brought, or that a State writes in
     * already. Whoever writes in an older one means the same in it. It follows from what is in force alone, so nodes that hold the same editions agree.
     */
    Vocabulary inUse(Map<Jurisdiction, HeldEdition> inForce) {
        HeldEdition aes = inForce.get(Jurisdiction.AES);
        long reached = aes == null ? 0 : aes.version();
        return versions.stream()
                .filter(version -> version.edition() <= reached || isWrittenIn(version.vocabulary(), inForce))
                .map(Version::vocabulary)
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    private static boolean isWrittenIn(Vocabulary vocabulary, Map<Jurisdiction, HeldEdition> inForce) {
        return inForce.values().stream()
                .anyMatch(held -> held.edition().vocabulary().equals(vocabulary.digest()));
    }
}
