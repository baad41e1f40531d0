package org.liptako.node.placement;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.liptako.pki.name.State;

/** The nodes of one test, closed when it ends. */
final class TrialNodes implements AfterEachCallback {
    private final Deque<TrialNode> open = new ArrayDeque<>();

    TrialNode node(State state, TrialNode.Means means) {
        TrialNode node = new TrialNode(state, means);
        open.push(node);
        return node;
    }

    /** Has two nodes know how to reach each other, and read each other's journal. */
    static void introduce(TrialNode one, TrialNode other) {
        one.meet(other);
        other.meet(one);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
