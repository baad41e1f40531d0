package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.identity.TrialTrust;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.pki.name.State;
import org.liptako.pki.trust.PublishedList;
import org.liptako.pki.trust.SignedTrustState;

/** Mali gives a copy to Burkina Faso and one to Niger; who gives or takes is revoked while the bytes move. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RevokedTransferIT {
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    /** More than the windows and buffers between two nodes hold, so that the source is still sending. */
    private static final int MEBIBYTES = 64;

    private static final int BYTES_A_SECOND = 2 << 20;

    private final SignedTrustState first = TrialTrust.next(null, Set.of());

    @TempDir
    private Path directory;

    private TrialSource mali;
    private SlowLine toOuagadougou;
    private SlowLine toNiamey;
    private TrialReceiver burkina;
    private TrialReceiver niger;
    private AcceptedGrant burkinas;
    private AcceptedGrant nigers;

    @BeforeEach
    void theNodesStand() throws IOException {
        mali = TrialSource.ofChunks(MEBIBYTES, directory.resolve("ml"));
        toOuagadougou = new SlowLine(mali.server().port(), BYTES_A_SECOND);
        toNiamey = new SlowLine(mali.server().port(), BYTES_A_SECOND);
        burkina = new TrialReceiver(State.BF, directory.resolve("bf"), mali, toOuagadougou.port());
        niger = new TrialReceiver(State.NE, directory.resolve("ne"), mali, toNiamey.port());
        burkinas = TrialGrants.plain(mali.version(), State.BF);
        nigers = TrialGrants.plain(mali.version(), State.NE);
        mali.hear(burkinas);
        mali.hear(nigers);
    }

    @AfterEach
    void close() throws IOException {
        toOuagadougou.close();
        toNiamey.close();
        burkina.close();
        niger.close();
        mali.close();
    }

    @Test
    void theSourceStopsGivingToARevokedNodeAndGivesOnToTheOther(TestReporter figures) {
        NodeTrust trust = trustOf(mali.server());
        List<PublishedList> lists = TrialTrust.lists(
                2, List.of(burkina.server().identity().credential().certificate()));
        begin();

        long began = System.nanoTime();
        assertThat(trust.take(List.of(), lists)).isEmpty();
        sourceHasEnded(State.BF);
        figure(figures, "Fetch of a node whose certificate is revoked ended at the source", began);
        goesOn(figures, niger, nigers);
        stopped(figures, burkina, burkinas);
    }

    @Test
    void theSourceStopsGivingToARevokedStateAndGivesOnToTheOther(TestReporter figures) {
        NodeTrust trust = trustOf(mali.server());
        begin();

        long began = System.nanoTime();
        assertThat(trust.take(List.of(second(State.NE)), List.of())).isEmpty();
        sourceHasEnded(State.NE);
        figure(figures, "Fetch of a node whose State CA is revoked ended at the source", began);
        goesOn(figures, burkina, burkinas);
        stopped(figures, niger, nigers);
    }

    @Test
    void aReceiverStopsTakingFromARevokedNodeAndTheOtherThatHasNotHeardGoesOn(TestReporter figures) {
        NodeTrust trust = trustOf(burkina.server());
        List<PublishedList> lists = TrialTrust.lists(
                2, List.of(mali.server().identity().credential().certificate()));
        begin();

        long began = System.nanoTime();
        assertThat(trust.take(List.of(), lists)).isEmpty();
        // The manifest that is kept bears the same signature: the next attempt finds that it is worth nothing.
        receiverHasEnded(
                burkina, burkinas, "(is not believed .A certificate of the chain is revoked|signature is not valid)");
        figure(figures, "Fetch from a node whose certificate is revoked ended at the receiver", began);
        goesOn(figures, niger, nigers);
        stopped(figures, burkina, burkinas);
    }

    @Test
    void aReceiverStopsTakingFromARevokedStateAndCitesTheTrustStateAndTheOtherThatHasNotHeardGoesOn(
            TestReporter figures) {
        NodeTrust trust = trustOf(niger.server());
        begin();

        long began = System.nanoTime();
        assertThat(trust.take(List.of(second(State.ML)), List.of())).isEmpty();
        receiverHasEnded(niger, nigers, "is not believed .trust rule: trust state 2 revokes");
        figure(figures, "Fetch from a node whose State CA is revoked ended at the receiver", began);
        goesOn(figures, burkina, burkinas);
        stopped(figures, niger, nigers);
    }

    /** A node's trust, at the first trust state and with nobody revoked. */
    private NodeTrust trustOf(TrialServer server) {
        NodeTrust trust = TrialTrust.of(server.identity(), directory.resolve("trust"));
        assertThat(trust.take(List.of(first), TrialTrust.lists(1, List.of()))).isEmpty();
        return trust;
    }

    private SignedTrustState second(State revoked) {
        return TrialTrust.next(first, Set.of(revoked));
    }

    private void begin() {
        burkina.accept(burkinas);
        niger.accept(nigers);
        await().atMost(Duration.ofSeconds(30)).until(() -> bytes(burkina, burkinas) > 0 && bytes(niger, nigers) > 0);
    }

    private void sourceHasEnded(State state) {
        // Its connections, for on a line that takes a whole slice into its buffers there may be no call just then.
        await().atMost(AT_MOST).until(() -> mali.server().open(state) == 0);
    }

    private static void receiverHasEnded(TrialReceiver receiver, AcceptedGrant grant, String why) {
        Pattern reason = Pattern.compile(why);
        await().atMost(AT_MOST)
                .until(() ->
                        reason.matcher(receiver.transfer(grant).reason().en()).find());
    }

    /** The other State's transfer notices nothing: more comes, on the call that was begun. */
    private static void goesOn(TestReporter figures, TrialReceiver receiver, AcceptedGrant grant) {
        long before = bytes(receiver, grant);
        await().until(() -> bytes(receiver, grant) > before);
        Transfer transfer = receiver.transfer(grant);
        assertThat(transfer.state()).isEqualTo(TransferState.RUNNING);
        assertThat(transfer.progress().received().twice()).isZero();
        figures.publishEntry("the other transfer goes on", before + " bytes, then " + bytes(receiver, grant));
    }

    /** What has come stays; nothing more comes, though the receiver may try again. */
    private void stopped(TestReporter figures, TrialReceiver receiver, AcceptedGrant grant) {
        await().atMost(AT_MOST)
                .until(() -> receiver.transfer(grant).state() == TransferState.WAITING
                        || receiver.transfer(grant).state() == TransferState.STOPPED);
        long before = bytes(receiver, grant);
        await().during(Duration.ofSeconds(1)).until(() -> bytes(receiver, grant) == before);
        assertThat(before).isPositive().isLessThan(mali.version().bytes());
        figures.publishEntry(
                "bytes that had come", before + " of " + mali.version().bytes());
        figures.publishEntry(
                "the receiver's reason", receiver.transfer(grant).reason().toString());
    }

    private static long bytes(TrialReceiver receiver, AcceptedGrant grant) {
        return receiver.transfer(grant).progress().received().bytes();
    }

    private static void figure(TestReporter figures, String what, long began) {
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        assertThat(millis).as(what).isLessThan(AT_MOST.toMillis());
        figures.publishEntry(what + " after ms", Long.toString(millis));
    }
}
