package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.FetchResponse;
import org.liptako.node.exchange.transfer.HolderShare;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.CustodyCause;
import org.liptako.node.journal.event.CustodyDisputed;
import org.liptako.node.journal.event.ReplicaGiven;
import org.liptako.node.journal.event.ReplicaSealed;
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

    private TwoHolders both;

    private void nigerHasSealedACopy() throws IOException {
        both = TwoHolders.of(directory, MEBIBYTES, BYTES_A_SECOND);
    }

    @AfterEach
    void close() throws IOException {
        both.close();
    }

    @Test
    void allWhoHoldTheVersionGiveAtOnceAndTheSourceAloneJournalsThatItGave() throws IOException {
        nigerHasSealedACopy();
        both.nigerHearsOfTheGrant();

        sealed();

        assertThat(bytes(State.ML)).isGreaterThan(both.mali.version().bytes() / 8);
        assertThat(bytes(State.NE)).isGreaterThan(both.mali.version().bytes() / 8);
        assertThat(both.mali.record.journaled(ReplicaGiven.class))
                .extracting(ReplicaGiven::grant)
                .contains(both.grant.serial());
        assertThat(both.niger.record.journaled(ReplicaGiven.class)).isEmpty();
        assertThat(both.burkina.record.journaled(AlarmRaised.class)).isEmpty();
    }

    @Test
    void theShareOfAHolderThatFallsSilentIsBroughtByTheOther() throws IOException {
        nigerHasSealedACopy();
        both.nigerHearsOfTheGrant();
        both.burkina.accept(both.grant);
        await().atMost(LONG).until(() -> bytes(State.NE) > 0);

        both.fromNiamey.stall();
        both.fromBamako.open();

        Transfer sealed = awaitSealed();
        assertThat(sealed.attempts()).isEqualTo(1);
        assertThat(bytes(State.ML)).isPositive();
    }

    @Test
    void whoSendsWrongChunksIsLeftAloneAndTheJournalSaysSo() throws IOException {
        both = new TwoHolders(
                directory,
                MEBIBYTES,
                BYTES_A_SECOND,
                (honest, held) -> new DeviantSource(honest, held, HoldersIT::allWrong));
        both.nigerHearsOfTheGrant();
        both.fromNiamey.open();
        both.burkina.accept(both.grant);
        await().atMost(LONG).until(() -> both.share(State.NE).isLeftAlone());
        both.fromBamako.open();

        awaitSealed();

        HolderShare nigers = both.share(State.NE);
        assertThat(nigers.isLeftAlone()).isTrue();
        assertThat(nigers.bytes()).isZero();
        assertThat(bytes(State.ML)).isEqualTo(both.mali.version().bytes());
        assertThat(both.burkina.record.journaled(AlarmRaised.class))
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.about()).isEqualTo(State.NE);
                    assertThat(alarm.code()).isEqualTo("HOLDER_SENT_WRONG_CHUNKS");
                    assertThat(alarm.words().en()).contains("none was kept");
                });
    }

    @Test
    void aWholeCopyComesFromTheOtherHolderWhileTheSourceCannotBeReached() throws IOException {
        nigerHasSealedACopy();
        both.nigerHearsOfTheGrant();
        both.fromBamako.cut();
        both.fromNiamey.open();
        both.burkina.accept(both.grant);
        await().atMost(LONG).until(() -> both.transfer().state() == TransferState.SEALED);
        assertThat(both.transfer().confirmed()).isFalse();
        assertThat(bytes(State.ML)).isZero();

        both.fromBamako.open();

        awaitSealed();
        assertThat(both.mali.record.journaled(ReplicaGiven.class)).hasSize(2);
    }

    @Test
    void givesNothingUnderAGrantThatTheReceiversJournalDoesNotAccept() throws IOException {
        nigerHasSealedACopy();
        both.niger.record.hear(
                State.ML,
                TrialGrants.granted(both.grant, both.niger.record.own().clock().instant()));

        sealedAfterAWhile();
        assertThat(bytes(State.NE)).isZero();
    }

    @Test
    void givesNothingIntoACustodyThatHomeDisputes() throws IOException {
        nigerHasSealedACopy();
        both.nigerHearsOfTheGrant();
        both.niger.record.hear(State.ML, disputed(State.BF));

        sealedAfterAWhile();
        assertThat(bytes(State.NE)).isZero();
    }

    @Test
    void isNotAskedWhileItsOwnCustodyIsDisputed() throws IOException {
        nigerHasSealedACopy();
        both.nigerHearsOfTheGrant();
        both.burkina.record.hear(State.ML, disputed(State.NE));

        assertThat(sealedAfterAWhile().progress().shares())
                .extracting(HolderShare::state)
                .containsExactly(State.ML);
    }

    private CustodyDisputed disputed(State state) {
        return new CustodyDisputed(
                both.burkina.record.own().clock().instant(),
                state,
                CustodyCause.TRUST_STATE,
                2,
                null,
                new Sentence("Contestée.", "Disputed."));
    }

    private void sealed() throws IOException {
        both.burkina.accept(both.grant);
        awaitSealed();
    }

    /** Mali gives slowly at first, so that Niger would have the time to give something too. */
    private Transfer sealedAfterAWhile() throws IOException {
        both.fromNiamey.open();
        both.burkina.accept(both.grant);
        await().atMost(LONG).until(() -> bytes(State.ML) >= both.mali.version().bytes() / 4);
        both.fromBamako.open();
        return awaitSealed();
    }

    private Transfer awaitSealed() throws IOException {
        await().atMost(LONG).until(() -> both.transfer().confirmed());
        assertThat(SampleTree.contents(both.burkina.sealed(both.grant)))
                .isEqualTo(SampleTree.contents(both.mali.origin));
        assertThat(both.burkina.record.journaled(ReplicaSealed.class)).hasSize(1);
        return both.transfer();
    }

    private long bytes(State state) {
        return both.share(state).bytes();
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
