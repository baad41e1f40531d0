package org.liptako.node.exchange;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.util.BitSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.exchange.repair.CopyVerdict;
import org.liptako.node.exchange.repair.DamagedFile;
import org.liptako.node.exchange.repair.VerifyDesk;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaProved;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.pki.name.State;

/** Niger's disk damages a copy that was sealed: it does not spread, is noticed, and is mended from what Mali has proved. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RepairIT extends CopyAtNiamey {
    private static final int MEBIBYTES = 6;
    private static final DamagedFile LARGE_FROM_2 = new DamagedFile(new ManifestPath("large.bin"), 1, 2);

    RepairIT() {
        super(MEBIBYTES);
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
        assertThat(verify()).containsExactly(new CopyVerdict.Sound(version, MEBIBYTES, false));
        isWhatMaliPublished();
        assertThat(niger.record.journaled(ReplicaProved.class))
                .extracting(ReplicaProved::chunks, ReplicaProved::repaired)
                .containsExactly(tuple((long) MEBIBYTES, (long) MEBIBYTES), tuple((long) MEBIBYTES, 0L));
        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
    }

    @Test
    void whatWasSealedUnderAGrantThatHasEndedIsMendedOnceItsDamageIsJournaled() throws Exception {
        damage(2);
        assertThat(verify())
                .containsExactly(new CopyVerdict.Damaged(version, MEBIBYTES, 1, List.of(LARGE_FROM_2), false));
        theGrantHasEnded();

        assertThat(niger.repairDesk().repair(version))
                .hasValueSatisfying(why -> assertThat(why.reason().en()).contains("has ended"));
        assertThat(verify()).singleElement().isInstanceOf(CopyVerdict.Unread.class);

        maliHearsOfTheDamage();
        assertThat(niger.repairDesk().repair(version)).isEmpty();
        isWhatMaliPublished();
    }

    @Test
    void aCopyThatIsReadAgainAndSoundIsJournaledAsProved() throws IOException {
        assertThat(verify()).containsExactly(new CopyVerdict.Sound(version, MEBIBYTES, false));

        assertThat(niger.record.journaled(ReplicaProved.class))
                .singleElement()
                .satisfies(entry -> assertThat(entry.repaired()).isZero());
        assertThat(niger.record.journaled(ReplicaDamaged.class)).isEmpty();
    }

    @Test
    void aCopyThatIsBeingMendedIsErasedWhereverItsBytesAre() throws Exception {
        damage(1);
        verify();
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
        verify();

        assertThat(niger.repairDesk().repair(version))
                .hasValueSatisfying(
                        why -> assertThat(why.reason().en()).contains("Another version has taken its place"));
        assertThat(verify())
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
        verify();
        assertThat(niger.damaged().contains(version)).isTrue();

        AcceptedGrant anew = TrialGrants.plain(mali.version(), State.NE);
        mali.hear(anew);
        niger.accept(anew);

        await().atMost(LONG).until(() -> niger.transfer(anew).confirmed());
        assertThat(niger.damaged().contains(version)).isFalse();
        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
        assertThat(SampleTree.contents(niger.sealed(anew))).isEqualTo(SampleTree.contents(mali.origin));
        assertThat(verify()).contains(new CopyVerdict.Sound(version, MEBIBYTES, false));
        // Whoever has looked before the row went is not told that the copy is to be erased.
        assertThat(niger.repairDesk().repair(version)).isEmpty();
    }

    @Test
    void aCopyOfWhichNothingIsLeftIsWithdrawnAtOnceAndFetchedWhole() throws Exception {
        Durable.remove(requireNonNull(niger.sealed(nigers).getParent()));

        assertThat(verify()).singleElement().isInstanceOfSatisfying(CopyVerdict.Unread.class, gone -> {
            assertThat(gone.why()).isEqualTo(CopyVerdict.Why.GONE);
            assertThat(gone.words().en()).contains("Nothing of this copy", "asks for it: Mali (ML).");
            assertThat(gone.words().fr()).contains("Rien de cette copie", "demande à : Mali (ML).");
        });
        assertThat(niger.record.journaled(ReplicaDamaged.class))
                .extracting(ReplicaDamaged::damaged)
                .containsExactly((long) MEBIBYTES);
        assertThat(status()).isEqualTo(ReplicaStatus.UNPROVEN);
        assertThat(verify())
                .extracting(verdict -> ((CopyVerdict.Unread) verdict).why())
                .containsExactly(CopyVerdict.Why.IN_REPAIR);

        assertThat(niger.repairDesk().repair(version)).isEmpty();
        isWhatMaliPublished();
        assertThat(niger.record.journaled(ReplicaProved.class))
                .extracting(ReplicaProved::repaired)
                .containsExactly((long) MEBIBYTES);
        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
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
}
