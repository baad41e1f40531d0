package org.liptako.node.identity;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.liptako.pki.name.State;

/** A node of a State that holds its node CA and answers for it, for tests of other rooms. */
public final class TrialAuthority implements AutoCloseable {
    private final NodeTrust trust;
    private final TrialServer server;

    /** A node that has taken a first trust state, so that whoever asks it has something to catch up with. */
    public TrialAuthority(State state) {
        Clock clock = Clock.systemUTC();
        NodeIdentity identity = TrialRegion.node(state, clock);
        trust = TrialTrust.of(identity, TrialRegion.emptyDirectory());
        trust.take(List.of(TrialTrust.next(null, Set.of())), List.of());
        NodeAuthority authority = NodeAuthority.in(TrialRegion.directoryWithNodeCa(state));
        server = new TrialServer(
                identity,
                trust,
                clock,
                ConnectionLimits.STANDARD,
                List.of(new TrustEndpoint(identity, trust, () -> authority.deskOf(identity, trust, clock))),
                0);
    }

    public TrialServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
