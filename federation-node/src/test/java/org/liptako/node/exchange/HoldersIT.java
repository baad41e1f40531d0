package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.grpc.BindableService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.FetchResponse;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.transfer.HolderShare;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.CustodyCause;
import org.liptako.node.journal.event.CustodyDisputed;
import org.liptako.node.journal.event.ReplicaGiven;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/** Burkina Faso fetches a version of Mali's from Mali and from Niger, which has sealed a copy of it: three nodes over real mutual TLS. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // Each test begins by having the holders made.
class HoldersIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MEBIBYTES = 8;
    private static final int BYTES_A_SECOND = 1 << 20;

    @TempDir
    private Path directory;

    private final AtomicReference<HeldVersion> held = new AtomicReference<>();
    private TrialSource mali;
    private TrialReceiver niger;
    private SlowLine fromBamako;
    private SlowLine fromNiamey;
    private TrialReceiver burkina;
    private AcceptedGrant grant;

    private void nigerHasSealedACopy() throws IOException {
        nigerHasSealedACopy(UnaryOperator.identity());
    }

    private void nigerHasSealedACopy(UnaryOperator<BindableService> answers) throws IOException {
        mali = TrialSource.ofChunks(MEBIBYTES, directory.resolve("ml"));
        niger = new TrialReceiver(
                State.NE,
                directory.resolve("ne"),
                List.of(TrialReceiver.peer(
                        mali.server(), State.ML, mali.server().port())),
                answers);
        AcceptedGrant nigers = TrialGrants.plain(mali.version(), State.NE);
        mali.hear(nigers);
        niger.accept(nigers);
        await().atMost(LONG).until(() -> niger.transfer(nigers).confirmed());
        held.set(niger.held(nigers));

        fromBamako = new SlowLine(mali.server().port(), BYTES_A_SECOND);
        fromNiamey = new SlowLine(niger.server().port(), BYTES_A_SECOND);
        burkina = new TrialReceiver(
                State.BF,
                directory.resolve("bf"),
                List.of(
                        TrialReceiver.peer(mali.server(), State.ML, fromBamako.port()),
                        TrialReceiver.peer(niger.server(), State.NE, fromNiamey.port())),
                UnaryOperator.identity());
        burkina.record.hear(mali.record);
        burkina.record.hear(niger.record);
        grant = TrialGrants.plain(mali.version(), State.BF);
        mali.hear(grant);
    }

    @AfterEach
    void close() throws IOException {
        fromBamako.close();
        fromNiamey.close();
        burkina.close();
        niger.close();
        mali.close();
    }

    @Test
    void allWhoHoldTheVersionGiveAtOnceAndTheSourceAloneJournalsThatItGave() throws IOException {
        nigerHasSealedACopy();
        nigerHearsOfTheGrant();

        Transfer sealed = sealed();

        assertThat(bytes(sealed, State.ML)).isGreaterThan(mali.version().bytes() / 8);
        assertThat(bytes(sealed, State.NE)).isGreaterThan(mali.version().bytes() / 8);
        assertThat(mali.record.journaled(ReplicaGiven.class))
                .extracting(ReplicaGiven::grant)
                .contains(grant.serial());
        assertThat(niger.record.journaled(ReplicaGiven.class)).isEmpty();
        assertThat(burkina.record.journaled(AlarmRaised.class)).isEmpty();
    }

    @Test
    void theShareOfAHolderThatFallsSilentIsBroughtByTheOther() throws IOException {
        nigerHasSealedACopy();
        nigerHearsOfTheGrant();
        burkina.accept(grant);
        await().atMost(LONG).until(() -> bytes(burkina.transfer(grant), State.NE) > 0);

        fromNiamey.stall();
        fromBamako.open();

        Transfer sealed = awaitSealed();
        assertThat(sealed.attempts()).isEqualTo(1);
        assertThat(bytes(sealed, State.ML)).isPositive();
    }

    @Test
    void whoSendsWrongChunksIsLeftAloneAndTheJournalSaysSo() throws IOException {
        nigerHasSealedACopy(honest -> new DeviantSource(honest, held::get, HoldersIT::allWrong));
        nigerHearsOfTheGrant();
        fromNiamey.open();
        burkina.accept(grant);
        await().atMost(LONG)
                .until(() -> share(burkina.transfer(grant), State.NE).isLeftAlone());
        fromBamako.open();

        Transfer sealed = awaitSealed();

        HolderShare nigers = share(sealed, State.NE);
        assertThat(nigers.isLeftAlone()).isTrue();
        assertThat(nigers.bytes()).isZero();
        assertThat(bytes(sealed, State.ML)).isEqualTo(mali.version().bytes());
        assertThat(burkina.record.journaled(AlarmRaised.class)).singleElement().satisfies(alarm -> {
            assertThat(alarm.about()).isEqualTo(State.NE);
            assertThat(alarm.code()).isEqualTo("HOLDER_SENT_WRONG_CHUNKS");
            assertThat(alarm.words().en()).contains("none was kept");
        });
    }

    @Test
    void aWholeCopyComesFromTheOtherHolderWhileTheSourceCannotBeReached() throws IOException {
        nigerHasSealedACopy();
        nigerHearsOfTheGrant();
        fromBamako.cut();
        fromNiamey.open();
        burkina.accept(grant);
        await().atMost(LONG).until(() -> burkina.transfer(grant).state() == TransferState.SEALED);
        assertThat(burkina.transfer(grant).confirmed()).isFalse();
        assertThat(bytes(burkina.transfer(grant), State.ML)).isZero();

        fromBamako.open();

        awaitSealed();
        assertThat(mali.record.journaled(ReplicaGiven.class)).hasSize(2);
    }

    @Test
    void givesNothingUnderAGrantThatTheReceiversJournalDoesNotAccept() throws IOException {
        nigerHasSealedACopy();
        niger.record.hear(
                State.ML, TrialGrants.granted(grant, niger.record.own().clock().instant()));

        assertThat(bytes(sealedAfterAWhile(), State.NE)).isZero();
    }

    @Test
    void givesNothingIntoACustodyThatHomeDisputes() throws IOException {
        nigerHasSealedACopy();
        nigerHearsOfTheGrant();
        niger.record.hear(State.ML, disputed(State.BF));

        assertThat(bytes(sealedAfterAWhile(), State.NE)).isZero();
    }

    @Test
    void isNotAskedWhileItsOwnCustodyIsDisputed() throws IOException {
        nigerHasSealedACopy();
        nigerHearsOfTheGrant();
        burkina.record.hear(State.ML, disputed(State.NE));

        assertThat(sealedAfterAWhile().progress().shares())
                .extracting(HolderShare::state)
                .containsExactly(State.ML);
    }

    private CustodyDisputed disputed(State state) {
        return new CustodyDisputed(
                burkina.record.own().clock().instant(),
                state,
                CustodyCause.TRUST_STATE,
                2,
                null,
                new Sentence("Contestée.", "Disputed."));
    }

    private void nigerHearsOfTheGrant() {
        var now = niger.record.own().clock().instant();
        niger.record.hear(State.ML, TrialGrants.granted(grant, now));
        niger.record.hear(State.BF, TrialGrants.taken(grant, now));
    }

    private Transfer sealed() throws IOException {
        burkina.accept(grant);
        return awaitSealed();
    }

    /** Mali gives slowly at first, so that Niger would have the time to give something too. */
    private Transfer sealedAfterAWhile() throws IOException {
        fromNiamey.open();
        burkina.accept(grant);
        await().atMost(LONG)
                .until(() -> bytes(burkina.transfer(grant), State.ML)
                        >= mali.version().bytes() / 4);
        fromBamako.open();
        return awaitSealed();
    }

    private Transfer awaitSealed() throws IOException {
        await().atMost(LONG).until(() -> burkina.transfer(grant).confirmed());
        assertThat(SampleTree.contents(burkina.sealed(grant))).isEqualTo(SampleTree.contents(mali.origin));
        assertThat(burkina.record.journaled(ReplicaSealed.class)).hasSize(1);
        return burkina.transfer(grant);
    }

    private static long bytes(Transfer transfer, State state) {
        return share(transfer, state).bytes();
    }

    private static HolderShare share(Transfer transfer, State state) {
        return transfer.progress().shares().stream()
                .filter(share -> share.state() == state)
                .findFirst()
                .orElse(new HolderShare(state, 0, 0));
    }

    private static List<FetchResponse> allWrong(List<FetchResponse> chunks) {
        return chunks.stream()
                .map(chunk -> {
                    byte[] bytes = chunk.getData().toByteArray();
                    bytes[0] ^= 1;
                    return FetchResponse.newBuilder(chunk)
                            .setData(ByteString.copyFrom(bytes))
                            .build();
                })
                .toList();
    }
}
