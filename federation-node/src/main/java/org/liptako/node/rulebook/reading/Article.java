package org.liptako.node.rulebook.reading;

import java.util.List;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * One article as a law is read. Its French is set as it is printed.
 *
 * @param id by which verdicts name it
 * @param text its author's words
 * @param force whose law it is, of which data it speaks, from when until when
 * @param understood what the machine applies, in sentences made from it
 * @param bases the texts of law that it rests on
 * @param standing by its own dates, at the instant of reading
 */
public record Article(
        String id,
        Bilingual title,
        Bilingual text,
        Bilingual force,
        List<Passage> understood,
        List<Bilingual> bases,
        Standing standing) {
    public Article {
        understood = List.copyOf(understood);
        bases = List.copyOf(bases);
    }
}
