package org.liptako.node.cli.replay;

import java.net.URI;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.replay.CaseFiles.JournaledDecision;
import org.liptako.node.replay.DecisionInspection;
import org.liptako.node.replay.DecisionReader;
import org.liptako.node.replay.Replay;
import org.liptako.node.replay.Retrial;
import org.liptako.node.replay.RuleShelf;
import org.liptako.node.replay.UnreadableDecisionException;

/** Judges the decisions of one case again, one after the other. */
final class ReplaySession implements AutoCloseable {
    private final Iterator<JournaledDecision> decisions;
    private final DecisionReader reader = new DecisionReader();
    private final ReplayEngines engines;
    private final Retrial retrial;

    ReplaySession(DecisionInspection inspection, CaseFiles files, @Nullable URI opa) {
        this.engines = new ReplayEngines(opa);
        this.retrial = new Retrial(inspection, new RuleShelf(files.rules()), engines::under);
        this.decisions = files.decisions();
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

    @Override
    public void close() {
        engines.close();
    }
}
