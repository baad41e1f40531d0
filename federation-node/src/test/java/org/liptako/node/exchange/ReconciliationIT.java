package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.queue.PauseScope;
import org.liptako.node.exchange.store.StagedReplica;
import org.liptako.node.exchange.store.VersionFolders;
import org.liptako.node.journal.event.HoldingCause;
import org.liptako.node.journal.event.HoldingCleared;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.HoldingFound;
import org.liptako.node.journal.event.HoldingKind;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.possession.reconcile.LookSum;
import org.liptako.node.possession.reconcile.ReconciliationDesk;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/** Something happens to Niger's copy, or to its disk: a look says what, once. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ReconciliationIT extends TrialLooks {
    @Test
    void aCopyThatLiesThereAsJournaledIsNoFinding() {
        LookSum sum = look(QUICK);
        assertThat(sum.matched()).isEqualTo(1);
        assertThat(told).isEmpty();
        assertThat(journaled()).isEmpty();
    }

    @Test
    void aCopyWhoseFolderIsGoneIsSaidToBeMissingOnceAndToBeBackOnce() throws IOException {
        Path folder = sealed(version);
        Path aside = directory.resolve("aside");
        Files.move(folder, aside);

        look(QUICK);
        LookSum again = look(QUICK);

        assertThat(told).containsExactly(of(HoldingCause.GONE, version.root()), of(HoldingCause.GONE, version.root()));
        assertThat(again.of(HoldingKind.MISSING)).isEqualTo(1);
        assertThat(again.said().found()).isZero();
        assertThat(journaled()).containsExactly(of(HoldingCause.GONE, version.root()));
        assertThat(status()).isEqualTo(ReplicaStatus.LOST);
        assertThat(said()).containsExactly(of(HoldingCause.GONE, version.root()));

        Files.move(aside, folder);
        assertThat(look(QUICK).said().ended()).isEqualTo(1);
        look(QUICK);
        assertThat(niger.record.journaled(HoldingCleared.class)).hasSize(1);
        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
        assertThat(said()).isEmpty();
    }

    @Test
    void whatNobodyHasJournaledIsDark() throws IOException {
        Path stray = VersionFolders.folder(store().resolve("sealed"), another());
        Files.createDirectories(stray.resolve("data"));
        Files.copy(sealed(version).resolve("header.json"), stray.resolve("header.json"));
        DatasetVersion half = new DatasetVersion(version.dataset(), new VersionRoot("cd".repeat(32)));
        Files.createDirectories(VersionFolders.folder(store().resolve("staging"), half));
        Files.writeString(store().resolve("sealed/notes.txt"), "a stranger's");
        Files.writeString(store().resolve("backup.tar"), "a stranger's");

        LookSum sum = look(QUICK);

        assertThat(told)
                .containsExactlyInAnyOrder(
                        of(HoldingCause.UNRECORDED, ANOTHER),
                        of(HoldingCause.HALF, half.root()),
                        HoldingFinding.strangers(niger.record.own().site()));
        assertThat(sum.strangers()).isEqualTo(2);
        assertThat(sum.examples()).containsExactlyInAnyOrder("backup.tar", "sealed/notes.txt");
        assertThat(sum.matched()).isEqualTo(1);
        assertThat(niger.record.journaled(HoldingFound.class))
                .filteredOn(found -> found.files() != null)
                .singleElement()
                .satisfies(found -> assertThat(found.files()).isEqualTo(2));
        Files.delete(store().resolve("backup.tar"));
        assertThat(look(QUICK).said().found()).isZero();
    }

    @Test
    void aCopyThatIsLeftInPartOrComesBackAfterItsErasureIsFound() throws IOException {
        Files.delete(sealed(version).resolve("header.json"));
        look(QUICK);
        assertThat(told).containsExactly(of(HoldingCause.BROKEN, version.root()));

        niger.record
                .own()
                .journal()
                .append(new ReplicaErased(
                        now(),
                        nigers.serial(),
                        version.dataset(),
                        niger.record.own().site()));
        look(QUICK);

        assertThat(journaled())
                .containsExactly(of(HoldingCause.BROKEN, version.root()), of(HoldingCause.ERASED, version.root()));
        assertThat(said()).containsExactly(of(HoldingCause.ERASED, version.root()));
    }

    @Test
    void aTransferThatIsUnderWayIsNoFinding() throws IOException {
        Files.writeString(mali.origin.resolve("more.txt"), "a second version");
        mali.publishAgain();
        AcceptedGrant second = TrialGrants.plain(mali.version(), State.NE);
        mali.hear(second);
        niger.queue().pause(new PauseScope.Everything(), "an operator");
        niger.accept(second);
        DatasetVersion coming =
                new DatasetVersion(version.dataset(), second.versionRoot().orElseThrow());
        try (StagedReplica staged =
                niger.store().stage(mali.holdings().find(coming).orElseThrow().signed())) {
            LookSum sum = look(QUICK);
            assertThat(sum.underWay()).isEqualTo(1);
            assertThat(staged.missing().isEmpty()).isFalse();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void aCopyThatIsWithdrawnOrWasNotReadForLongIsUnproven() throws IOException {
        look(desk(niger, Duration.ofDays(200)), QUICK);
        assertThat(told).containsExactly(of(HoldingCause.PROOF_OLD, version.root()));
        damage(0);

        LookSum deep = look(new ReconciliationDesk.Order(true, 100, true));

        assertThat(deep.unread()).isEmpty();
        assertThat(told.getLast()).isEqualTo(of(HoldingCause.WITHDRAWN, version.root()));
        assertThat(said()).containsExactly(of(HoldingCause.WITHDRAWN, version.root()));
        assertThat(status()).isEqualTo(ReplicaStatus.UNPROVEN);
    }

    @Test
    void aStoreThatIsNotMountedSaysNothingOfItsCopies() throws IOException {
        Files.move(store(), directory.resolve("elsewhere"));
        Files.createDirectories(store());

        assertThatThrownBy(() -> look(QUICK)).isInstanceOf(Failure.class).hasMessageContaining("STORE_UNKNOWN");

        assertThat(journaled()).isEmpty();
        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
    }
}
