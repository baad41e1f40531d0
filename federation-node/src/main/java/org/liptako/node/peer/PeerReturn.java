package org.liptako.node.peer;

import org.liptako.pki.name.State;

/** Something that waited for a State's node and goes on when it answers again; a bean of this type is told. */
@FunctionalInterface
public interface PeerReturn {

    /**
     * The node of a State answers: at start, or after it was silent.
     *
     * <p>Called on a thread that may wait; called again at the next return, so that what fails now is tried then.
     */
    void answers(State state);
}
