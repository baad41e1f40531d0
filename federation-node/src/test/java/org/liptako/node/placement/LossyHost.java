package org.liptako.node.placement;

import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

/** A host behind a link that loses what it is told to lose: what home sees when it is killed, or cut off, between two steps. */
final class LossyHost implements HostNode {
    private final HostNode host;
    private final Link link;

    /** What comes through now. */
    static final class Link {
        volatile boolean questionsArrive = true;
        volatile boolean judgementsReturn = true;
        volatile boolean grantsArrive = true;
        volatile boolean acceptancesReturn = true;
    }

    LossyHost(HostNode host, Link link) {
        this.host = host;
        this.link = link;
    }

    @Override
    public HostAnswer judge(State state, SignedStatement homeStatement) {
        if (!link.questionsArrive) {
            return new HostAnswer.Silent("lost");
        }
        HostAnswer answer = host.judge(state, homeStatement);
        return link.judgementsReturn ? answer : new HostAnswer.Silent("lost");
    }

    @Override
    public HostAnswer accept(State state, SignedStatement grant) {
        if (!link.grantsArrive) {
            return new HostAnswer.Silent("lost");
        }
        HostAnswer answer = host.accept(state, grant);
        return link.acceptancesReturn ? answer : new HostAnswer.Silent("lost");
    }
}
