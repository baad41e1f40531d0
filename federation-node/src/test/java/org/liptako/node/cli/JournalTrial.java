package org.liptako.node.cli;

import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.federation.v1.GetNodeResponse;
import org.liptako.node.TrialFederation;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.registry.v1.RecordHoldRequest;
import org.liptako.registry.v1.RegisterServiceGrpc.RegisterServiceBlockingStub;

/** Mali's journal of more than a tile, in a federation of whole nodes. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
abstract class JournalTrial {
    private static final int MORE_THAN_A_TILE = 260;

    @TempDir
    static Path directory;

    static TrialFederation region;
    private static RegisterServiceBlockingStub officer;
    private static final Map<State, ManagedChannel> CHANNELS = new EnumMap<>(State.class);

    @TempDir
    Path own;

    @BeforeAll
    static void start() throws IOException {
        region = new TrialFederation(directory);
        region.takeTheSamples();
        officer = region.register(State.ML, Role.OFFICER);
        for (int i = 0; i < MORE_THAN_A_TILE; i++) {
            hold();
        }
    }

    @AfterAll
    static void stop() {
        CHANNELS.clear();
        region.close();
    }

    /** Waits until all that is committed is signed; nothing else happens in the meantime. */
    static long signed() {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            GetNodeResponse mali = node(State.ML);
            return mali.getJournalSize() > MORE_THAN_A_TILE
                    && mali.getJournal().getCheckpointSize() == mali.getJournalSize();
        });
        return node(State.ML).getJournalSize();
    }

    static String web() {
        return "http://127.0.0.1:" + region.node(State.ML).card().console() + "/journal";
    }

    static GetNodeResponse node(State state) {
        return FederationServiceGrpc.newBlockingStub(channel(state)).getNode(GetNodeRequest.getDefaultInstance());
    }

    static ManagedChannel channel(State state) {
        return CHANNELS.computeIfAbsent(state, one -> region.channel(one, TrialRegion.operator(one)));
    }

    static void hold() {
        officer.recordHold(RecordHoldRequest.newBuilder()
                .setDataset("ML-DS-008")
                .setReference("audit")
                .build());
    }
}
