package org.liptako.node.cli.replay;

import java.net.URI;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.replay.CaseFiles.JournaledDecision;
import org.liptako.node.replay.DecisionInspection;
import org.liptako.node.replay.DecisionReader;
import org.liptako.node.replay.Replay;
import org.liptako.node.replay.Retrial;
import org.liptako.node.replay.RuleShelf;
import org.liptako.node.replay.UnreadableDecisionException;
import org.liptako.node.replay.Why;
import org.liptako.node.wire.Sentence;

/** Judges the decisions of one case again, one after the other. */
final class ReplaySession implements AutoCloseable {
    private final Iterator<JournaledDecision> decisions;
    private final DecisionReader reader = new DecisionReader();
    private final ReplayEngines engines;
    private final Retrial retrial;
    private final Why why;

    private ReplaySession(DecisionInspection inspection, CaseFiles files, ReplayEngines engines) {
        RuleShelf shelf = new RuleShelf(files.rules());
        this.engines = engines;
        this.retrial = new Retrial(inspection, shelf, engines::under);
        this.why = new Why(shelf);
        this.decisions = files.decisions();
    }

    /** Judges with the embedded engine and with OPA: the one given, else one that is installed. */
    static ReplaySession withOpa(DecisionInspection inspection, CaseFiles files, @Nullable URI opa) {
        return new ReplaySession(inspection, files, ReplayEngines.withOpa(opa));
    }

    /** Judges with the embedded engine alone. */
    static ReplaySession embedded(DecisionInspection inspection, CaseFiles files) {
        return new ReplaySession(inspection, files, ReplayEngines.embedded());
    }

    boolean hasNext() {
        return decisions.hasNext();
    }

    Replay next() {
        JournaledDecision decision = decisions.next();
        try {
            Replay replay = retrial.replay(reader.read(decision.payload()));
            return decision.committed() ? replay : replay.uncommitted();
        } catch (UnreadableDecisionException unreadable) {
            throw CommandFailure.badInput(
                    unreadable.words().fr(), unreadable.words().en());
        }
    }

    /** The chain from fact to article. */
    List<Sentence> why(Replay replay) {
        return why.of(replay.record());
    }

    @Override
    public void close() {
        engines.close();
    }
}
