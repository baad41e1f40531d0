package org.liptako.node.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.stub.ServerCallStreamObserver;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialTrust;
import org.liptako.node.journal.Journal;
import org.liptako.pki.name.State;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;
import org.liptako.rulebook.v1.GetRulesRequest;
import org.liptako.rulebook.v1.GetRulesResponse;

class RulebookEndpointTest {
    private static final int LONG = (2 << 20) + 7;

    private final RuleSet rules = new RulesDirectory(Path.of("src/main/samples/rules")).load();
    private final Jurisdiction mali = Jurisdiction.of("ML").orElseThrow();
    private final RulebookEndpoint endpoint = new RulebookEndpoint(
            new RuleSets(
                    new RulesInForce(
                            rules,
                            new CompiledEngine(rules),
                            Map.of(
                                    mali,
                                    List.of(
                                            new PublishedFile("empty.yaml", new byte[0]),
                                            new PublishedFile("long.yaml", new byte[LONG])))),
                    Clock.systemUTC()),
            new UnsignedRules(),
            signing(),
            new RuleArchive(Jdbi.create("jdbc:none"), new EditionStore()),
            new PeerRules(State.ML, state -> Optional.empty()),
            Clock.systemUTC());
    private final Caller caller = new Caller();

    private static SigningDesk signing() {
        EditionQuorum quorum = new EditionQuorum(
                TrialTrust.of(TrialRegion.node(State.ML, Clock.systemUTC()), TrialRegion.emptyDirectory()));
        return new SigningDesk(
                Jdbi.create("jdbc:none"),
                new EditionStore(),
                new EditionJudge(quorum, true, new LoadedRules()),
                quorum,
                new UnsignedRules(),
                new EditionSteps(new Journal(Jdbi.create("jdbc:none"), State.ML, Clock.systemUTC(), List.of())),
                State.ML,
                Clock.systemUTC());
    }

    @Test
    void sendsNothingToACallerWhoDoesNotRead() {
        ask();

        assertThat(caller.read).isZero();
        assertThat(caller.completed).isFalse();
    }

    @Test
    void sendsEveryFileInPartsAsFastAsTheCallerReads() {
        ask();
        while (!caller.completed) {
            caller.takeOne();
        }

        assertThat(caller.paths).containsExactly("empty.yaml", "long.yaml", "long.yaml", "long.yaml");
        assertThat(caller.content.size()).isEqualTo(LONG);
    }

    private void ask() {
        endpoint.getRules(
                GetRulesRequest.newBuilder()
                        .setJurisdiction("ML")
                        .setDigest(rules.of(mali).digest())
                        .build(),
                caller);
    }

    /** Reads one message at a time, when told to. */
    private static final class Caller extends ServerCallStreamObserver<GetRulesResponse> {
        private final List<String> paths = new ArrayList<>();
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private Runnable ready = () -> {};
        private int room;
        private int read;
        private boolean completed;

        void takeOne() {
            room++;
            ready.run();
        }

        @Override
        public boolean isReady() {
            return room > 0;
        }

        @Override
        public void setOnReadyHandler(Runnable handler) {
            ready = handler;
        }

        @Override
        public void onNext(GetRulesResponse part) {
            room--;
            read++;
            paths.add(part.getPath());
            content.writeBytes(part.getContent().toByteArray());
        }

        @Override
        public void onCompleted() {
            completed = true;
        }

        @Override
        public void onError(Throwable thrown) {
            throw new AssertionError(thrown);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void setOnCancelHandler(Runnable handler) {}

        @Override
        public void setCompression(String compression) {}

        @Override
        public void disableAutoInboundFlowControl() {}

        @Override
        public void request(int count) {}

        @Override
        public void setMessageCompression(boolean enable) {}
    }
}
