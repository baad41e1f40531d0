package org.liptako.node.rulebook.reading;

import java.util.List;
import org.liptako.policy.explain.Explanation;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.writing.Offer;
import org.liptako.policy.writing.WrittenAnswers;

/** A rule on its way from the first question to the last. */
public sealed interface Writing {
    /** What has been answered so far. */
    List<Turn> turns();

    /**
     * A question with its answer.
     *
     * @param before what was said before it was put
     */
    record Turn(List<Bilingual> before, Bilingual question, String answer) {
        public Turn {
            before = List.copyOf(before);
        }

        static Turn of(WrittenAnswers.Turn turn) {
            return new Turn(turn.before(), turn.question(), turn.answer());
        }
    }

    /** An answer that is offered: the word to give, and what it means. */
    record Offered(String word, Bilingual meaning) {
        static Offered of(Offer offer) {
            return new Offered(offer.word(), offer.meaning());
        }
    }

    /**
     * A question is open.
     *
     * @param before what is said before it is put
     * @param offers the answers to choose from; none for one in free words
     * @param several whether more than one may be chosen
     */
    record Asks(List<Turn> turns, List<Bilingual> before, Bilingual question, List<Offered> offers, boolean several)
            implements Writing {
        public Asks {
            turns = List.copyOf(turns);
            before = List.copyOf(before);
            offers = List.copyOf(offers);
        }

        /** Where a dialogue has come to. */
        public static Asks of(WrittenAnswers dialogue) {
            WrittenAnswers.Open open = dialogue.open();
            return new Asks(
                    dialogue.turns().stream().map(Turn::of).toList(),
                    open.before(),
                    open.question(),
                    open.offers().stream().map(Offered::of).toList(),
                    open.several());
        }
    }

    /**
     * All were answered.
     *
     * @param last what was said after the last answer
     * @param rule the rule's name
     * @param lines the rule in the machine's own sentences
     * @param remarks what analysis finds that cannot be meant, of this rule among those in force
     * @param path the file that it goes into
     * @param text what is added at the file's end, or the whole of a new one
     */
    record Whole(
            List<Turn> turns,
            List<Bilingual> last,
            String rule,
            Bilingual title,
            List<Bilingual> lines,
            List<Bilingual> remarks,
            String path,
            String text)
            implements Writing {
        public Whole {
            turns = List.copyOf(turns);
            last = List.copyOf(last);
            lines = List.copyOf(lines);
            remarks = List.copyOf(remarks);
        }

        /** A dialogue at its end, and what has come of it. */
        public static Whole of(
                WrittenAnswers dialogue, Explanation understood, List<Bilingual> remarks, String path, String text) {
            return new Whole(
                    dialogue.turns().stream().map(Turn::of).toList(),
                    dialogue.last(),
                    understood.rule(),
                    understood.title(),
                    understood.lines(),
                    remarks,
                    path,
                    text);
        }
    }
}
