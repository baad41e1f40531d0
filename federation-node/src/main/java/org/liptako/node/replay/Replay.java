package org.liptako.node.replay;

import java.util.ArrayList;
import java.util.List;
import org.liptako.node.wire.Sentence;

/**
 * A decision judged again.
 *
 * @param flaws what is wrong with the record itself
 * @param retried each document of the record, by each engine
 */
public record Replay(DecisionRecord record, List<Flaw> flaws, List<Retried> retried) {
    public Replay {
        flaws = List.copyOf(flaws);
        retried = List.copyOf(retried);
    }

    /** The same, of a record that is not what the journal is committed to. */
    public Replay uncommitted() {
        List<Flaw> all = new ArrayList<>(flaws);
        all.add(new Flaw(
                "payload",
                new Sentence(
                        "l'entrée n'est pas celle à laquelle le journal est engagé : elle a été modifiée après coup",
                        "the entry is not the one that the journal is committed to: it was changed afterwards")));
        return new Replay(record, all, retried);
    }

    /** What came of it as a whole. */
    public enum Result {
        /** The record is sound, and every document the same again. */
        SAME,
        /** The record is not as it was journaled, or a document comes out otherwise. */
        DIFFERENT,
        /** Something could not be judged again; nothing that could be differs. */
        NOT_REPLAYED,
        /** Nobody had judged: an engine gave no answer, or the request was given up. */
        NOTHING_JUDGED
    }

    /** The worst of all that was found. */
    public Result result() {
        if (!flaws.isEmpty() || retried.stream().anyMatch(Retried.Different.class::isInstance)) {
            return Result.DIFFERENT;
        }
        if (retried.stream().anyMatch(Retried.NotPossible.class::isInstance)) {
            return Result.NOT_REPLAYED;
        }
        return retried.isEmpty() ? Result.NOTHING_JUDGED : Result.SAME;
    }
}
