package org.liptako.node.rulebook.reading;

import java.time.Instant;
import java.util.List;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * Something that enters or leaves force.
 *
 * @param at the first instant at which it is so
 * @param day the local day on which that is, in the jurisdiction
 * @param code of the book: ML, BF, NE or AES
 * @param version the version that enters, or in which the articles stand; 0 where nobody signs
 * @param articles those that enter or leave, by their own dates; none where a version enters
 * @param more how many there are besides these
 */
public record CalendarEntry(
        Instant at,
        Bilingual day,
        String code,
        Bilingual name,
        Kind kind,
        long version,
        List<String> articles,
        int more) {
    /** What happens. */
    public enum Kind {
        VERSION_ENTERS,
        ARTICLES_ENTER,
        ARTICLES_LEAVE
    }

    public CalendarEntry {
        articles = List.copyOf(articles);
    }
}
