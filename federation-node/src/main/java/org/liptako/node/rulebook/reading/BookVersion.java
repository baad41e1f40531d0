package org.liptako.node.rulebook.reading;

import java.time.Instant;
import java.util.List;

/**
 * One signed version of a book: an edition.
 *
 * @param number from 1
 * @param digest SHA-256 of the document that was signed, in lower-case hex
 * @param from when it begins, if no other takes its place before
 * @param restores the version that this one, a withdrawal, brings back; 0 where it brings new rules
 * @param signers the officers who counted when this node took it, by name; none where that was not noted
 */
public record BookVersion(
        long number, String digest, Instant from, long restores, List<String> signers, Standing standing) {
    public BookVersion {
        signers = List.copyOf(signers);
    }
}
