package org.liptako.node.rulebook.reading;

import java.util.List;
import java.util.Optional;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * The rules of one jurisdiction, as this node knows them.
 *
 * @param code ML, BF, NE or AES
 * @param signed whether its versions are signed; a demonstration may judge by files that nobody has signed, which have no versions
 * @param digest over the files that the node judges by, SHA-256 in lower-case hex
 * @param articles how many the node judges by
 * @param judged whether the node judges by its version in force: it does by none before its own State and the alliance have one
 * @param versions newest first
 */
public record Book(
        String code,
        Bilingual name,
        boolean signed,
        String digest,
        int articles,
        boolean judged,
        List<BookVersion> versions) {
    public Book {
        versions = List.copyOf(versions);
    }

    /** The version that is law now. */
    public Optional<BookVersion> inForce() {
        return versions.stream()
                .filter(version -> version.standing() == Standing.IN_FORCE)
                .findFirst();
    }
}
