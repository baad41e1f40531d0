package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.exchange.store.VersionFolders;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.HoldingCause;
import org.liptako.node.journal.event.HoldingCleared;
import org.liptako.node.journal.event.HoldingKind;
import org.liptako.node.journal.event.ReplicaProved;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.possession.reconcile.LookSum;
import org.liptako.node.possession.reconcile.ReconciliationDesk;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.pki.name.State;

/** Copies are gone from Niger's store: one, most of them, an old one, or many at once; what is said of that, and when it is held back. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class MissingCopiesIT extends TrialLooks {
    @Test
    void thatEveryCopyIsGoneIsJournaledOnlyOnceAnOperatorHasLooked() throws IOException {
        Files.move(sealed(version), directory.resolve("aside"));
        ReconciliationDesk desk = desk(niger, Duration.ZERO);

        LookSum held = look(desk, BY_ITSELF);
        assertThat(held.said().held()).isTrue();
        assertThat(held.of(HoldingKind.MISSING)).isEqualTo(1);
        assertThat(journaled()).isEmpty();
        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);

        assertThat(look(desk, QUICK).said().found()).isEqualTo(1);
        assertThat(look(desk, BY_ITSELF).said().held()).isFalse();
        assertThat(journaled()).containsExactly(of(HoldingCause.GONE, version.root()));
    }

    @Test
    void thatMostOfFourCopiesAreGoneIsHeldBackAndOfThreeItIsSaid() {
        List<DatasetId> gone =
                List.of(new DatasetId("ML-DS-001"), new DatasetId("ML-DS-002"), new DatasetId("ML-DS-003"));
        gone.forEach(dataset -> sealedInTheJournalOnly(new DatasetVersion(dataset, ANOTHER)));
        assertThat(look(BY_ITSELF).said().held()).isTrue();
        assertThat(journaled()).isEmpty();

        niger.record
                .own()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "DELETE FROM possession_copy WHERE dataset = ?",
                        gone.getLast().value()));
        assertThat(look(BY_ITSELF).said().found()).isEqualTo(2);
    }

    @Test
    void anOldVersionThatAnotherHasReplacedIsNotMissedOnceItsBytesAreGone() throws IOException {
        sealedInTheJournalOnly(another());
        Path newer = VersionFolders.folder(store().resolve("sealed"), another());
        Files.createDirectories(newer.resolve("data"));
        Files.copy(sealed(version).resolve("header.json"), newer.resolve("header.json"));
        Durable.remove(sealed(version));

        LookSum sum = look(QUICK);

        assertThat(told).isEmpty();
        assertThat(sum.matched()).isEqualTo(1);
        Durable.remove(newer);
        look(QUICK);
        assertThat(told).containsExactly(of(HoldingCause.GONE, ANOTHER));
    }

    @Test
    void manyFindingsAreAllJournaledOnceAndEndedOnce() throws IOException {
        int many = 230;
        for (int i = 0; i < many; i++) {
            Files.createDirectories(store().resolve("sealed/" + version.dataset() + "/" + "%064x".formatted(i)));
        }

        assertThat(look(QUICK).said().found()).isEqualTo(many);
        assertThat(look(QUICK).said().found()).isZero();
        assertThat(journaled()).hasSize(many).doesNotHaveDuplicates();
        for (int i = 0; i < many; i++) {
            Files.delete(store().resolve("sealed/" + version.dataset() + "/" + "%064x".formatted(i)));
        }

        assertThat(look(QUICK).said().ended()).isEqualTo(many);
        assertThat(niger.record.journaled(HoldingCleared.class)).hasSize(many);
    }

    @Test
    void aCopyThatWasLostAndIsProvedIsSealed() throws IOException {
        Files.move(sealed(version), directory.resolve("aside"));
        look(QUICK);
        assertThat(status()).isEqualTo(ReplicaStatus.LOST);

        niger.record
                .own()
                .journal()
                .append(new ReplicaProved(
                        now(), version.dataset(), niger.record.own().site(), version.root(), 1, 1));

        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
    }

    private void sealedInTheJournalOnly(DatasetVersion sealed) {
        GrantSerial serial = TrialGrants.plain(mali.version(), State.NE).serial();
        niger.record
                .own()
                .journal()
                .append(new ReplicaSealed(
                        now(), serial, sealed.dataset(), niger.record.own().site(), sealed.root(), 1, false));
    }
}
