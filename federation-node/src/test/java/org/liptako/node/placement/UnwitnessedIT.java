package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;
import static org.liptako.node.placement.TrialCatalogue.BAMAKO;
import static org.liptako.node.placement.TrialCatalogue.OUAGADOUGOU;
import static org.liptako.node.placement.TrialTerms.copy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementOffered;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.journal.witness.Witnessing;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/** Acts between States while a journal is not witnessed: nothing is told to the other State, and a State's own affairs go on. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UnwitnessedIT {
    private static final RequestId REQUEST = new RequestId("request-1");
    private static final Sentence MISSING = new Sentence("Aucun témoin.", "No witness.");

    @RegisterExtension
    final TrialNodes nodes = new TrialNodes();

    /** Witnesses that come and go as a test says. */
    private static final class Fickle implements Witnessing {
        private volatile boolean answering = true;
        private final CountDownLatch seen = new CountDownLatch(1);
        private volatile boolean cosigning = true;

        @Override
        public Optional<Sentence> absent() {
            return answering ? Optional.empty() : Optional.of(MISSING);
        }

        @Override
        public Optional<Sentence> lacking() {
            return cosigning ? Optional.empty() : Optional.of(MISSING);
        }

        @Override
        public void untilWitnessed() throws InterruptedException {
            if (!cosigning) {
                seen.await();
            }
        }
    }

    private final Fickle atBamako = new Fickle();
    private final Fickle atOuagadougou = new Fickle();

    @Test
    void aRequestWaitsBeforeTheHostIsAskedAndSaysForWhom() {
        TrialNode mali = mali();
        TrialNode burkina = burkina(mali);
        atBamako.answering = false;

        Placement waiting = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(waiting.state()).isEqualTo(PlacementState.PENDING);
        assertThat(waiting.standing().words().en()).isEqualTo("No witness. Nothing moves.");
        assertThat(burkina.journaled(PlacementOffered.class)).isEmpty();
        atBamako.answering = true;
        driven(mali, PlacementState.ACCEPTED);
    }

    @Test
    void anOfferThatIsNotWitnessedIsNotTold() {
        TrialNode mali = mali();
        TrialNode burkina = burkina(mali);
        atOuagadougou.cosigning = false;

        Placement waiting = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(waiting.state()).isEqualTo(PlacementState.PENDING);
        assertThat(waiting.standing().words().fr()).contains("Aucun témoin.");
        assertThat(burkina.journaled(PlacementOffered.class)).hasSize(1);
        assertThat(mali.journaled(PlacementGranted.class)).isEmpty();
        atOuagadougou.cosigning = true;
        driven(mali, PlacementState.ACCEPTED);
    }

    @Test
    void aHostWithoutWitnessesJournalsNoOffer() {
        TrialNode mali = mali();
        TrialNode burkina = burkina(mali);
        atOuagadougou.answering = false;

        Placement waiting = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));
        mali.driver.drive(REQUEST);

        assertThat(waiting.state()).isEqualTo(PlacementState.PENDING);
        assertThat(burkina.journaled(PlacementOffered.class)).isEmpty();
        atOuagadougou.answering = true;
        driven(mali, PlacementState.ACCEPTED);
    }

    @Test
    void aGrantThatIsNotWitnessedIsNotHandedOver() {
        TrialNode mali = mali();
        TrialNode burkina = burkina(mali);
        atBamako.cosigning = false;

        mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));
        Placement waiting = driven(mali, PlacementState.GRANTED);

        assertThat(waiting.standing().words().en()).isEqualTo("No witness. Nothing moves.");
        assertThat(burkina.journaled(PlacementAccepted.class)).isEmpty();
        atBamako.cosigning = true;
        atBamako.seen.countDown();
        driven(mali, PlacementState.ACCEPTED);
        assertThat(mali.journaled(PlacementGranted.class)).hasSize(1);
    }

    @Test
    void anAcceptanceThatIsNotWitnessedIsNeitherToldNorActedOn() {
        LossyHost.Link link = new LossyHost.Link();
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL.askingThrough(host -> new LossyHost(host, link)));
        TrialNode burkina = burkina(mali);
        link.grantsArrive = false;
        mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));
        driven(mali, PlacementState.GRANTED);
        link.grantsArrive = true;
        atOuagadougou.cosigning = false;

        Thread asking = Thread.ofVirtual().start(() -> mali.driver.drive(REQUEST));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> burkina.journaled(PlacementAccepted.class).size() == 1);
        assertThat(burkina.announced).isEmpty();
        assertThat(mali.requests.find(REQUEST).orElseThrow().state()).isEqualTo(PlacementState.GRANTED);
        atOuagadougou.cosigning = true;
        atOuagadougou.seen.countDown();
        await().atMost(Duration.ofSeconds(60)).until(() -> burkina.announced.size() == 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> !asking.isAlive());
        driven(mali, PlacementState.ACCEPTED);
        assertThat(burkina.journaled(PlacementAccepted.class)).hasSize(1);
    }

    @Test
    void aStatesOwnDataOnItsOwnSoilWaitsForNoWitness() {
        atBamako.answering = false;
        atBamako.cosigning = false;
        TrialNode mali = mali();

        Placement placement = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, BAMAKO));

        assertThat(placement.state()).as(placement.standing().toString()).isEqualTo(PlacementState.ACCEPTED);
        assertThat(mali.announced).hasSize(1);
    }

    /** However often the other node must be asked on a busy machine. */
    private static Placement driven(TrialNode home, PlacementState state) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> home.driver.drive(REQUEST), placement -> placement.state() == state);
    }

    private TrialNode mali() {
        return nodes.node(State.ML, TrialNode.Means.USUAL.witnessedBy(atBamako));
    }

    private TrialNode burkina(TrialNode mali) {
        TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL.witnessedBy(atOuagadougou));
        TrialNodes.introduce(mali, burkina);
        return burkina;
    }
}
