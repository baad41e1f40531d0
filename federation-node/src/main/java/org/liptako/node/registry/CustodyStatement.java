package org.liptako.node.registry;

/** A dispute of one State's custody, as another State's journal states it. */
public record CustodyStatement(CustodyState custody, Source source) {
    /** Whether it is about this copy: one that lies, whole or in part, at a site of the State in dispute. */
    public boolean concerns(ReplicaStatement copy) {
        return copy.state().status().isThere()
                && copy.site().state().filter(custody.state()::equals).isPresent();
    }
}
