package org.liptako.node.exchange;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.exchange.queue.PauseScope;
import org.liptako.node.exchange.repair.CopyVerdict;
import org.liptako.node.exchange.repair.DamagedFile;
import org.liptako.node.exchange.repair.RepairDesk;
import org.liptako.node.exchange.repair.RepairWatch;
import org.liptako.node.exchange.repair.VerifyDesk;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.exchange.transfer.TransferWait;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaGiven;
import org.liptako.node.journal.event.ReplicaProved;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Niger's disk damages a copy that was sealed: it does not spread, is noticed, and is mended from what Mali has proved. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RepairIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MEBIBYTES = 6;
    private static final DamagedFile LARGE_FROM_2 = new DamagedFile(new ManifestPath("large.bin"), 1, 2);

    @TempDir
    private Path directory;

    private TrialSource mali;
    private SlowLine line;
    private TrialReceiver niger;
    private AcceptedGrant nigers;
    private DatasetVersion version;

    @BeforeEach
    void nigerHasSealedACopy() throws IOException {
        mali = TrialSource.ofChunks(
                MEBIBYTES,
                directory.resolve("ml"),
                endpoint -> new TrialServer(State.ML, Clock.systemUTC(), List.of(endpoint)));
        line = new SlowLine(mali.server().port(), 64 << 20);
        niger = new TrialReceiver(
                State.NE,
                directory.resolve("ne"),
                List.of(TrialReceiver.peer(mali.server(), State.ML, line.port())),
                UnaryOperator.identity());
        nigers = TrialGrants.plain(mali.version(), State.NE);
        mali.hear(nigers);
        niger.accept(nigers);
        await().atMost(LONG).until(() -> niger.transfer(nigers).confirmed());
        version = new DatasetVersion(
                nigers.terms().dataset(), nigers.versionRoot().orElseThrow());
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        niger.close();
        mali.close();
    }

    @Test
    void aDamagedCopyIsNotGivenButWithdrawnAndMended() throws Exception {
        for (int chunk = 0; chunk < MEBIBYTES; chunk++) {
            damage(chunk);
        }
        burkinaFetchesFromBoth();
        assertThat(niger.record.journaled(ReplicaDamaged.class))
                .singleElement()
                .satisfies(entry -> assertThat(entry.versionRoot()).isEqualTo(version.root()));
        assertThat(status()).isEqualTo(ReplicaStatus.UNPROVEN);

        mendsByItself(niger.repairDesk());
        assertThat(niger.verifyDesk().verify(version.dataset(), (done, all) -> {}))
                .containsExactly(new CopyVerdict.Sound(version, MEBIBYTES, false));
        assertThat(SampleTree.contents(niger.sealed(nigers))).isEqualTo(SampleTree.contents(mali.origin));
        assertThat(niger.record.journaled(ReplicaProved.class))
                .extracting(ReplicaProved::chunks, ReplicaProved::repaired)
                .containsExactly(tuple((long) MEBIBYTES, (long) MEBIBYTES), tuple((long) MEBIBYTES, 0L));
        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
    }

    @Test
    void whatWasSealedUnderAGrantThatHasEndedIsMendedOnceItsDamageIsJournaled() throws Exception {
        damage(2);
        assertThat(niger.verifyDesk().verify(version.dataset(), (done, all) -> {}))
                .containsExactly(new CopyVerdict.Damaged(version, MEBIBYTES, 1, List.of(LARGE_FROM_2), false));
        mali.record
                .own()
                .jdbi()
                .useHandle(handle -> handle.execute("UPDATE exchange_grant SET expires = now() - interval '1 day'"));

        assertThat(niger.repairDesk().repair(version))
                .hasValueSatisfying(why -> assertThat(why.reason().en()).contains("has ended"));
        assertThat(niger.verifyDesk().verify(version.dataset(), (done, all) -> {}))
                .singleElement()
                .isInstanceOf(CopyVerdict.Unread.class);

        niger.record.journaled(ReplicaSealed.class).forEach(entry -> mali.record.hear(State.NE, entry));
        niger.record.journaled(ReplicaDamaged.class).forEach(entry -> mali.record.hear(State.NE, entry));
        assertThat(niger.repairDesk().repair(version)).isEmpty();
        assertThat(SampleTree.contents(niger.sealed(nigers))).isEqualTo(SampleTree.contents(mali.origin));
    }

    @Test
    void aCopyThatIsReadAgainAndSoundIsJournaledAsProved() throws IOException {
        assertThat(niger.verifyDesk().verify(version.dataset(), (done, all) -> {}))
                .containsExactly(new CopyVerdict.Sound(version, MEBIBYTES, false));

        assertThat(niger.record.journaled(ReplicaProved.class))
                .singleElement()
                .satisfies(entry -> assertThat(entry.repaired()).isZero());
        assertThat(niger.record.journaled(ReplicaDamaged.class)).isEmpty();
    }

    @Test
    void aPauseOrAWithdrawnRuleKeepsACopyFromBeingMended() throws Exception {
        damage(4);
        niger.verifyDesk().verify(version.dataset(), (done, all) -> {});

        assertThatThrownBy(() -> niger.held(nigers)).isInstanceOf(NoSuchElementException.class);
        niger.queue().pause(new PauseScope.FromState(State.ML), "an operator");
        assertThat(niger.repairDesk().repair(version))
                .hasValueSatisfying(why -> assertThat(why.waitsFor()).isEqualTo(TransferWait.PAUSED));
        niger.queue().resume(new PauseScope.FromState(State.ML));

        Jdbi jdbi = niger.record.own().jdbi();
        withdrawnByMali(jdbi);
        assertThat(niger.repairDesk().repair(version))
                .hasValueSatisfying(why -> assertThat(why.reason().en()).contains("ML-7"));
        jdbi.useHandle(handle -> handle.execute("DELETE FROM watch_withdrawal"));

        assertThat(niger.damaged().all()).hasSize(1);
        assertThat(status()).isEqualTo(ReplicaStatus.UNPROVEN);
        assertThat(niger.store().sealed(version)).isPresent();
        assertThat(niger.repairDesk().repair(version)).isEmpty();
    }

    @Test
    void aMissingFactKeepsNoCopyFromBeingMendedWhereARefusalDoes() throws Exception {
        damage(4);
        niger.verifyDesk().verify(version.dataset(), (done, all) -> {});
        niger.record.own().journal().append(judged(State.NE, "DENY"));
        assertThat(niger.repairDesk().repair(version))
                .hasValueSatisfying(why -> assertThat(why.reason().en()).contains("BF-7"));

        niger.record.own().journal().append(judged(State.NE, "INDETERMINATE"));
        mali.record.own().journal().append(judged(State.NE, "INDETERMINATE"));
        // Its grant has ended, too: it is the copy that is heard of, and what is known against it.
        mali.record
                .own()
                .jdbi()
                .useHandle(handle -> handle.execute("UPDATE exchange_grant SET expires = now() - interval '1 day'"));
        niger.record.journaled(ReplicaSealed.class).forEach(entry -> mali.record.hear(State.NE, entry));
        niger.record.journaled(ReplicaDamaged.class).forEach(entry -> mali.record.hear(State.NE, entry));

        assertThat(niger.repairDesk().repair(version)).isEmpty();
        assertThat(SampleTree.contents(niger.sealed(nigers))).isEqualTo(SampleTree.contents(mali.origin));
    }

    @Test
    void aCopyThatIsBeingMendedIsErasedWhereverItsBytesAre() throws Exception {
        damage(1);
        niger.verifyDesk().verify(version.dataset(), (done, all) -> {});
        BitSet lost = new BitSet();
        lost.set(1);
        niger.store().reopen(version, lost, () -> {});
        assertThat(niger.store().sealed(version)).isEmpty();
        burkinaHasACopyToo();
        AcceptedGrant erasure = TrialGrants.erasure(mali.version(), State.NE);
        niger.record.hear(
                State.ML, TrialGrants.granted(erasure, Clock.systemUTC().instant()));
        niger.record.grants().add(erasure);

        niger.erasures().erase(erasure.serial());

        assertThat(niger.store().present(version)).isEmpty();
        assertThat(niger.damaged().all()).isEmpty();
        assertThat(niger.record.journaled(ReplicaErased.class)).hasSize(1);
        assertThat(niger.repairDesk().repair(version)).isEmpty();
        assertThat(niger.store().present(version)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(KilledStore.Moment.class)
    void aRepairThatIsKilledGoesOnByItselfAfterARestartAndCountsEachChunkOnce(KilledStore.Moment moment)
            throws Exception {
        for (int chunk = 0; chunk < MEBIBYTES; chunk++) {
            damage(chunk);
        }
        niger.verifyDesk().verify(version.dataset(), (done, all) -> {});
        RepairDesk killed = niger.restarted(store -> KilledStore.over(store, moment));
        try {
            assertThat(killed.repair(version)).isPresent();
        } catch (IOException e) {
            assertThat(e).hasMessage("killed");
        }
        assertThat(niger.damaged().all()).hasSize(1);
        assertThat(niger.record.journaled(ReplicaProved.class)).isEmpty();
        assertThat(status()).isEqualTo(ReplicaStatus.UNPROVEN);

        mendsByItself(niger.restarted());

        assertThat(niger.record.journaled(ReplicaDamaged.class)).hasSize(1);
        assertThat(niger.record.journaled(ReplicaProved.class))
                .extracting(ReplicaProved::chunks, ReplicaProved::repaired)
                .containsExactly(tuple((long) MEBIBYTES, (long) MEBIBYTES));
        assertThat(SampleTree.contents(niger.sealed(nigers))).isEqualTo(SampleTree.contents(mali.origin));
        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
    }

    @Test
    void aCopyThatIsWithdrawnWhenTheNodeIsKilledIsMendedAfterARestart() throws Exception {
        damage(1);
        niger.verifyDesk().verify(version.dataset(), (done, all) -> {});

        mendsByItself(niger.restarted());

        assertThat(niger.record.journaled(ReplicaProved.class))
                .extracting(ReplicaProved::repaired)
                .containsExactly(1L);
    }

    @Test
    void whatTheDiskLosesBetweenTwoAttemptsCountsAsRepairedToo() throws Exception {
        damage(1);
        niger.verifyDesk().verify(version.dataset(), (done, all) -> {});
        RepairDesk killed = niger.restarted(store -> KilledStore.over(store, KilledStore.Moment.REOPENED));
        assertThatThrownBy(() -> killed.repair(version)).hasMessage("killed");
        Files.delete(requireNonNull(niger.store().draft(version).getParent())
                .resolveSibling("staging")
                .resolve(version.dataset().value())
                .resolve(version.root().value())
                .resolve("data/large.bin"));

        assertThat(niger.restarted().repair(version)).isEmpty();

        assertThat(niger.record.journaled(ReplicaProved.class))
                .extracting(ReplicaProved::repaired)
                .containsExactly((long) MEBIBYTES);
    }

    @Test
    void anOldVersionThatIsDamagedIsGivenToNobodyAndSaidToBeReplaced() throws Exception {
        damage(1);
        VersionRoot newer = new VersionRoot("cd".repeat(32));
        niger.record
                .own()
                .journal()
                .append(new ReplicaSealed(
                        Clock.systemUTC().instant(),
                        nigers.serial(),
                        version.dataset(),
                        TrialRegion.capital(State.NE),
                        newer,
                        MEBIBYTES,
                        false));
        niger.verifyDesk().verify(version.dataset(), (done, all) -> {});

        assertThat(niger.repairDesk().repair(version))
                .hasValueSatisfying(
                        why -> assertThat(why.reason().en()).contains("Another version has taken its place"));
        assertThat(niger.verifyDesk().verify(version.dataset(), (done, all) -> {}))
                .filteredOn(verdict -> verdict.version().equals(version))
                .singleElement()
                .isInstanceOfSatisfying(
                        CopyVerdict.Unread.class,
                        unread -> assertThat(unread.why()).isEqualTo(CopyVerdict.Why.REPLACED));
        assertThatThrownBy(() -> niger.held(nigers)).isInstanceOf(NoSuchElementException.class);
        assertThat(niger.store().isHere(version)).isTrue();
    }

    @Test
    void anOldVersionThatIsDamagedAndGrantedAnewIsMendedByItsTransfer() throws Exception {
        damage(1);
        niger.record
                .own()
                .journal()
                .append(new ReplicaSealed(
                        Clock.systemUTC().instant(),
                        nigers.serial(),
                        version.dataset(),
                        TrialRegion.capital(State.NE),
                        new VersionRoot("cd".repeat(32)),
                        MEBIBYTES,
                        false));
        niger.verifyDesk().verify(version.dataset(), (done, all) -> {});
        assertThat(niger.damaged().contains(version)).isTrue();

        AcceptedGrant anew = TrialGrants.plain(mali.version(), State.NE);
        mali.hear(anew);
        niger.accept(anew);

        await().atMost(LONG).until(() -> niger.transfer(anew).confirmed());
        assertThat(niger.damaged().contains(version)).isFalse();
        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
        assertThat(SampleTree.contents(niger.sealed(anew))).isEqualTo(SampleTree.contents(mali.origin));
        assertThat(niger.verifyDesk().verify(version.dataset(), (done, all) -> {}))
                .contains(new CopyVerdict.Sound(version, MEBIBYTES, false));
        // Whoever has looked before the row went is not told that the copy is to be erased.
        assertThat(niger.repairDesk().repair(version)).isEmpty();
    }

    @Test
    void aCopyOfWhichNothingIsLeftIsWithdrawnAtOnceAndFetchedWhole() throws Exception {
        Durable.remove(requireNonNull(niger.sealed(nigers).getParent()));

        assertThat(niger.verifyDesk().verify(version.dataset(), (done, all) -> {}))
                .singleElement()
                .isInstanceOfSatisfying(CopyVerdict.Unread.class, gone -> {
                    assertThat(gone.why()).isEqualTo(CopyVerdict.Why.GONE);
                    assertThat(gone.words().en()).contains("Nothing of this copy", "asks for it: Mali (ML).");
                    assertThat(gone.words().fr()).contains("Rien de cette copie", "demande à : Mali (ML).");
                });
        assertThat(niger.record.journaled(ReplicaDamaged.class))
                .extracting(ReplicaDamaged::damaged)
                .containsExactly((long) MEBIBYTES);
        assertThat(status()).isEqualTo(ReplicaStatus.UNPROVEN);
        assertThat(niger.verifyDesk().verify(version.dataset(), (done, all) -> {}))
                .extracting(verdict -> ((CopyVerdict.Unread) verdict).why())
                .containsExactly(CopyVerdict.Why.IN_REPAIR);

        assertThat(niger.repairDesk().repair(version)).isEmpty();
        assertThat(SampleTree.contents(niger.sealed(nigers))).isEqualTo(SampleTree.contents(mali.origin));
        assertThat(niger.record.journaled(ReplicaProved.class))
                .extracting(ReplicaProved::repaired)
                .containsExactly((long) MEBIBYTES);
        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
    }

    @Test
    void whereNobodyGivesTheSentenceNamesWhoBarsEachCopyByWhichArticle() throws Exception {
        Durable.remove(requireNonNull(niger.sealed(nigers).getParent()));
        burkinaHasACopyToo();
        niger.record.hear(State.BF, against(State.BF));
        niger.verifyDesk().verify(version.dataset(), (done, all) -> {});
        withdrawnByMali(mali.record.own().jdbi());

        assertThat(niger.repairDesk().repair(version)).hasValueSatisfying(why -> {
            assertThat(why.waitsFor()).isEqualTo(TransferWait.RULE);
            assertThat(why.reason().en())
                    .contains("The source (Mali)", "withdrawn by Mali: The rule ML-7 was withdrawn.")
                    .contains("No other State is known")
                    .contains("Burkina Faso (BF) objects to the copy at site BF-OUA-1: BF-7 (Loi 010-2004/AN:24).");
            assertThat(why.reason().fr())
                    .contains("Burkina Faso (BF) s'oppose à la copie du site BF-OUA-1 : BF-7 (Loi 010-2004/AN:24).");
        });
        assertThat(status()).isEqualTo(ReplicaStatus.UNPROVEN);
    }

    @Test
    void aCopyThatAStateObjectsToIsNotMendedAndTheSentenceSaysWhoseRuleItIs() throws Exception {
        damage(3);
        niger.verifyDesk().verify(version.dataset(), (done, all) -> {});
        niger.record.hear(State.ML, against(State.NE));

        assertThat(niger.repairDesk().repair(version)).hasValueSatisfying(why -> {
            assertThat(why.waitsFor()).isEqualTo(TransferWait.RULE);
            assertThat(why.reason().en())
                    .contains("Mali (ML) objects to the copy at site NE-NIM-1: BF-7", "should be here no longer")
                    .doesNotContain("No other State");
        });
    }

    @Test
    void whatMaliHasPublishedIsReadAgainTooAndNothingIsJournaledOfIt() throws Exception {
        VerifyDesk desk = new VerifyDesk(
                mali.record.own(), mali.holdings(), mali.server().identity().verifier());
        assertThat(desk.verify(version.dataset(), (done, all) -> {}))
                .containsExactly(new CopyVerdict.Sound(version, MEBIBYTES, true));
        damage(mali.origin.resolve("large.bin"), 2);
        assertThat(desk.verify(version.dataset(), (done, all) -> {}))
                .containsExactly(new CopyVerdict.Damaged(version, MEBIBYTES, 1, List.of(LARGE_FROM_2), true));
        assertThat(mali.record.journaled(ReplicaProved.class)).isEmpty();
        assertThat(mali.record.journaled(ReplicaDamaged.class)).isEmpty();
    }

    private void mendsByItself(RepairDesk desk) {
        try (RepairWatch watch = new RepairWatch(niger.damaged(), desk, Clock.systemUTC())) {
            watch.start();
            await().atMost(LONG).until(() -> niger.damaged().all().isEmpty());
        }
    }

    /** As a State's journals known to this database say. */
    private void withdrawnByMali(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO watch_withdrawal (serial, said_by, words_fr, words_en) VALUES (?, 'ML', ?, ?)",
                nigers.serial().value(),
                "La règle ML-7 a été retirée.",
                "The rule ML-7 was withdrawn."));
    }

    /** A State has judged the copy in a capital, and objects to it. */
    private CopyJudged against(State state) {
        return judged(state, "DENY");
    }

    private CopyJudged judged(State state, String verdict) {
        return new CopyJudged(
                Clock.systemUTC().instant(),
                version.dataset(),
                TrialRegion.capital(state),
                verdict,
                JudgingCause.RULES,
                nigers.ruleSet(),
                JsonNodeFactory.instance.objectNode(),
                List.of(new CitedRule("BF-7", new Sentence("Sol", "Soil"), List.of("Loi 010-2004/AN:24"))),
                new Sentence("Refusée.", "Denied."),
                null);
    }

    /** As the journals say: Niger's is not the last one. */
    private void burkinaHasACopyToo() {
        Instant now = Clock.systemUTC().instant();
        GrantSerial serial = TrialGrants.plain(mali.version(), State.BF).serial();
        SiteId capital = TrialRegion.capital(State.BF);
        niger.record.hear(
                State.BF, new ReplicaSealed(now, serial, version.dataset(), capital, version.root(), MEBIBYTES, false));
        niger.record.hear(
                State.ML, new ReplicaGiven(now, serial, version.dataset(), capital, version.root(), MEBIBYTES));
    }

    /** All that Burkina Faso gets is right, and none of it Niger's. */
    private void burkinaFetchesFromBoth() throws IOException {
        try (TrialReceiver burkina = new TrialReceiver(
                State.BF,
                directory.resolve("bf"),
                List.of(
                        TrialReceiver.peer(mali.server(), State.ML, line.port()),
                        TrialReceiver.peer(
                                niger.server(), State.NE, niger.server().port())),
                UnaryOperator.identity())) {
            burkina.record.hear(mali.record);
            burkina.record.hear(niger.record);
            AcceptedGrant grant = TrialGrants.plain(mali.version(), State.BF);
            mali.hear(grant);
            var now = Clock.systemUTC().instant();
            niger.record.hear(State.ML, TrialGrants.granted(grant, now));
            niger.record.hear(State.BF, TrialGrants.taken(grant, now));
            burkina.accept(grant);
            await().atMost(LONG).until(() -> burkina.transfer(grant).confirmed());
            assertThat(SampleTree.contents(burkina.sealed(grant))).isEqualTo(SampleTree.contents(mali.origin));
            assertThat(burkina.transfer(grant).progress().wrong()).isZero();
        }
    }

    private ReplicaStatus status() {
        return niger.record
                .own()
                .registry()
                .replica(version.dataset(), niger.record.own().site())
                .orElseThrow()
                .state()
                .status();
    }

    private void damage(int chunk) throws IOException {
        damage(niger.sealed(nigers).resolve("large.bin"), chunk);
    }

    private static void damage(Path path, int chunk) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek((long) chunk << 20);
            int was = file.read();
            file.seek((long) chunk << 20);
            file.write(was ^ 1);
        }
    }
}
