package org.liptako.node.rulebook.reading;

import java.util.List;
import org.liptako.policy.explain.Explanation;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.writing.WrittenAnswers;

/** A rule on its way from the first question to the last. */
public sealed interface Writing {
    /** What has been answered so far. */
    List<WrittenAnswers.Turn> turns();

    /** A question is open. */
    record Asks(List<WrittenAnswers.Turn> turns, WrittenAnswers.Open open) implements Writing {
        public Asks {
            turns = List.copyOf(turns);
        }
    }

    /**
     * All were answered.
     *
     * @param last what was said after the last answer
     * @param understood the rule in the machine's own sentences
     * @param remarks what analysis finds that cannot be meant, of this rule among those in force
     * @param path the file that it goes into
     * @param text what is added at the file's end, or the whole of a new one
     */
    record Whole(
            List<WrittenAnswers.Turn> turns,
            List<Bilingual> last,
            Explanation understood,
            List<Bilingual> remarks,
            String path,
            String text)
            implements Writing {
        public Whole {
            turns = List.copyOf(turns);
            last = List.copyOf(last);
            remarks = List.copyOf(remarks);
        }
    }
}
