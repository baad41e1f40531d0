package org.liptako.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.federation.v1.AuthorityStanding;
import org.liptako.federation.v1.TrustStanding;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.identity.TrialTrust;
import org.liptako.pki.name.State;
import org.liptako.pki.trust.PublishedList;
import org.liptako.pki.trust.SignedTrustState;
import org.liptako.trust.v1.OfferTrustRequest;
import org.liptako.trust.v1.OfferTrustResponse;
import org.liptako.trust.v1.TrustServiceGrpc;

/** Two nodes pass on what they trust, over mutual TLS, each with a store of its own. */
@Timeout(60)
class TrustGossipIT {
    /** Of the root, and in each State of its CA, its CA for machines and its CA for people. */
    private static final int LISTS = 10;

    private final SignedTrustState first = TrialTrust.next(null, Set.of());
    private final SignedTrustState second = TrialTrust.next(first, Set.of());
    /** As well signed as the second, of the same number, and not the same. */
    private final SignedTrustState rival = TrialTrust.next(first, Set.of(State.NE));

    @TempDir
    private Path directory;

    private TrialServer mali;
    private TrialServer burkina;
    private Link fromMali;
    private Link fromBurkina;

    @BeforeEach
    void meet() {
        mali = TrialServer.passingTrustOn(State.ML, directory.resolve("ml"));
        burkina = TrialServer.passingTrustOn(State.BF, directory.resolve("bf"));
        fromMali = new Link(mali, State.BF, burkina);
        fromBurkina = new Link(burkina, State.ML, mali);
    }

    @AfterEach
    void stop() {
        fromMali.close();
        fromBurkina.close();
        mali.close();
        burkina.close();
    }

    @Test
    void whatIsOfferedToOneReachesTheOtherAtOnce(TestReporter figures) {
        fromMali.tellsWhatIsNew();
        long began = System.nanoTime();

        assertThat(offerToMali(first, second).getNewest()).isEqualTo(2);
        await().atMost(Duration.ofSeconds(5)).until(() -> burkina.trust().number() == 2);

        figures.publishEntry(
                "reached the other after ms",
                Long.toString(Duration.ofNanos(System.nanoTime() - began).toMillis()));
        assertThat(contentOf(burkina, 2)).isEqualTo(second.content());
    }

    @Test
    void aNodeThatWasAwayTakesAllThatItMissedFromWhomItAsks() {
        mali.trust().take(List.of(first, second), List.of());
        assertThat(burkina.trust().number()).isZero();

        fromBurkina.gossip.ask();

        assertThat(burkina.trust().number()).isEqualTo(2);
        assertThat(contentOf(burkina, 1)).isEqualTo(first.content());
    }

    /** A State may revoke as much as it likes: its lists fill messages, and the others' come too. */
    @Test
    void theLongListsOfOneStateKeepBackNoneOfTheOthers(TestReporter figures) {
        mali.trust().take(List.of(first), TrialTrust.lists(1, List.of()));
        assertThat(mali.trust().take(List.of(), TrialTrust.longLists(2, State.NE)))
                .isEmpty();

        fromBurkina.gossip.ask();
        assertThat(burkina.trust().believed().shelf().lists().lists()).hasSize(LISTS);

        List<PublishedList> revoking =
                TrialTrust.lists(3, List.of(TrialRegion.operator(State.ML).certificate()));
        mali.trust().take(List.of(), revoking);
        long began = System.nanoTime();
        fromMali.gossip.passOn();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> burkina.trust().believed().shelf().held().stream()
                        .allMatch(list -> list.number().intValueExact() == 3));
        figures.publishEntry(
                "lists passed on after ms",
                Long.toString(Duration.ofNanos(System.nanoTime() - began).toMillis()));
    }

    @Test
    void anOlderAndAForkedOneAreRefusedAndTheNewestIsKept() {
        mali.trust().take(List.of(first, second), List.of());
        burkina.trust().take(List.of(first, rival), List.of());

        assertThat(offerToMali(first).getRefusalsList())
                .singleElement()
                .asString()
                .contains("older");
        OfferTrustResponse forked = offerToMali(rival);
        assertThat(forked.getRefusalsList()).singleElement().asString().contains("number 2");
        assertThat(forked.getNewest()).isEqualTo(2);
        fromMali.gossip.ask();
        fromBurkina.gossip.ask();

        assertThat(contentOf(mali, 2)).isEqualTo(second.content());
        assertThat(contentOf(burkina, 2)).isEqualTo(rival.content());
    }

    @Test
    void aNodeTellsWhatItBelievesOfEachStateAndByWhichLists() {
        mali.trust().take(List.of(first, rival), TrialTrust.lists(1, List.of()));

        TrustStanding told = TrustStandingMessages.of(mali.trust().believed(), Instant.now());

        assertThat(told.getNumber()).isEqualTo(2);
        assertThat(Instant.parse(told.getNextUpdate())).isAfter(Instant.parse(told.getIssuedAt()));
        assertThat(told.getAgeSeconds()).isPositive();
        assertThat(told.getAuthoritiesList())
                .extracting(AuthorityStanding::getState, AuthorityStanding::getBelieved)
                .containsExactlyInAnyOrder(tuple("ML", true), tuple("BF", true), tuple("NE", false));
        assertThat(told.getAuthoritiesList())
                .filteredOn(authority -> !authority.getBelieved())
                .extracting(authority -> authority.getWords().getFr())
                .singleElement()
                .asString()
                .startsWith("révoquée (KEY_COMPROMISE)");
        assertThat(told.getListsList()).isNotEmpty().allSatisfy(list -> {
            assertThat(list.getNumber()).isEqualTo("1");
            assertThat(list.getDelta()).isFalse();
        });
    }

    private OfferTrustResponse offerToMali(SignedTrustState... states) {
        OfferTrustRequest.Builder offer = OfferTrustRequest.newBuilder();
        for (SignedTrustState state : states) {
            offer.addStatesBuilder()
                    .setContent(ByteString.copyFrom(state.content()))
                    .setSignatures(ByteString.copyFrom(state.signatures()));
        }
        return TrustServiceGrpc.newBlockingStub(fromBurkina.channels.trustChannel(State.ML))
                .offerTrust(offer.build());
    }

    private static byte[] contentOf(TrialServer node, long number) {
        return node.trust().after(number - 1, 1).getFirst().content();
    }

    /** How one node speaks to the other. */
    private static final class Link implements AutoCloseable {
        private final TrialServer from;
        private final TlsPeerChannels channels;
        private final TrustGossip gossip;

        Link(TrialServer from, State peer, TrialServer to) {
            this.from = from;
            PeerDirectory directory = new PeerDirectory(List.of(new PeerConfig(
                    peer,
                    TrialRegion.capital(peer),
                    "127.0.0.1",
                    to.port(),
                    to.identity().serverName())));
            this.channels = new TlsPeerChannels(directory, from.tls(), from.trust());
            this.gossip = new TrustGossip(directory, channels, from.trust());
        }

        /** As the node itself is wired. */
        void tellsWhatIsNew() {
            from.identity().trust().epoch().onAdvance(gossip::passOn);
        }

        @Override
        public void close() {
            gossip.close();
            channels.close();
        }
    }
}
