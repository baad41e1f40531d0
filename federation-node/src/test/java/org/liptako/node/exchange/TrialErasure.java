package org.liptako.node.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.liptako.node.exchange.attest.AttestDesk;
import org.liptako.node.exchange.attest.AttestFactory;
import org.liptako.node.exchange.grant.GrantLedger.Act;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.journal.event.ErasureAttested;
import org.liptako.node.journal.event.ErasureLookup;
import org.liptako.node.journal.event.ErasureMedium;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.placement.TrialCatalogue;
import org.liptako.pki.name.State;

/** The node at Bamako after it has erased a copy, as far as it takes its operator's word on that. */
public final class TrialErasure implements AutoCloseable {
    public static final GrantSerial GRANT = new GrantSerial("ML-" + "ab".repeat(16));

    final TrialRecord record = new TrialRecord(State.ML);
    final AttestDesk desk;
    private final TrialServer server;
    private final long index;

    public TrialErasure() {
        SiteRecord own = record.own();
        index = erase(GRANT);
        // What is trusted comes with the server, which is up before what it serves is put together.
        AttestFactory room = new AttestFactory();
        try (TrialServer first = new TrialServer(State.ML, Clock.systemUTC(), List.of())) {
            desk = room.desk(own, record.grants(), first.trust());
        }
        server = new TrialServer(State.ML, Clock.systemUTC(), List.of(room.endpoint(own, desk)));
    }

    /** Journals that the copy was erased. */
    long erase(GrantSerial grant) {
        SiteRecord own = record.own();
        return own.jdbi().inTransaction(handle -> {
            long entry = own.journal()
                    .append(
                            handle,
                            new ReplicaErased(
                                    own.journal().now(),
                                    grant,
                                    TrialCatalogue.AGGREGATED_HEALTH,
                                    TrialRegion.capital(State.ML)));
            record.grants().done(handle, grant, Act.ERASED, entry);
            return entry;
        });
    }

    /** The entry of the erasure. */
    public long index() {
        return index;
    }

    public int port() {
        return server.port();
    }

    /** What operators have signed and the node has taken. */
    public List<ErasureAttested> attested() {
        return record.journaled(ErasureAttested.class);
    }

    /** Nothing anywhere. */
    static List<ErasureLookup> nothing() {
        return Stream.of(ErasureMedium.SNAPSHOTS, ErasureMedium.TAPES, ErasureMedium.ARRAY_REPLICAS)
                .map(TrialErasure::nothing)
                .toList();
    }

    /** A tape that is destroyed on that day. */
    static List<ErasureLookup> aTape(LocalDate until) {
        return List.of(
                nothing(ErasureMedium.SNAPSHOTS),
                new ErasureLookup(ErasureMedium.TAPES, "Bandes du mois", "BKO-0114", "part à la destruction", until),
                nothing(ErasureMedium.ARRAY_REPLICAS));
    }

    private static ErasureLookup nothing(ErasureMedium medium) {
        return new ErasureLookup(medium, "Tout ce qui est ici", null, null, null);
    }

    @Override
    public void close() {
        server.close();
        record.close();
    }
}
