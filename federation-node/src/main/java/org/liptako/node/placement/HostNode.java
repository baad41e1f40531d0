package org.liptako.node.placement;

import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

/** Another State's node, as the home State's speaks to it. Each call may be repeated without harm. */
interface HostNode {
    /** Asks it to judge; what it says is a {@link JudgementStatement}. */
    HostAnswer judge(State host, SignedStatement homeStatement);

    /** Hands it a grant; what it says is an {@link AcceptanceStatement}. */
    HostAnswer accept(State host, SignedStatement grant);
}
