package org.liptako.pki.tlog.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.pki.tlog.CheckpointPolicy;
import org.liptako.pki.tlog.RefusedNoteException;

class LogAuditTest {
    private static final int SIZE = 700;
    private static final LogFiles NOTHING_KEPT = path -> Optional.empty();
    private final TrialLog log = TrialLog.of(SIZE);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 512, 66_000})
    void aWholeLogIsSound(int size) {
        assertThat(audit(TrialLog.of(size), null)).isInstanceOf(AuditOutcome.Sound.class);
    }

    @Test
    void aLogThatHasGrownIsSoundSinceAnyOlderCheckpoint() {
        for (int size = 0; size <= SIZE; size += 50) {
            TrialLog before = TrialLog.of(size);
            assertThat(audit(log, new OlderLog(before.checkpoint, before.read())))
                    .as("since %d", size)
                    .isInstanceOf(AuditOutcome.Sound.class);
        }
    }

    @Test
    void anEditedEntryIsNamed() {
        byte[] bundle = Objects.requireNonNull(log.files.get("tile/entries/001"));
        bundle[42 * 7 + 20] ^= 1;

        assertThat(fault(null).english()).contains("Entry 263 is not the one that the tree covers");
        assertThat(fault(null).french()).contains("L'entrée 263 n'est pas celle que l'arbre couvre");
    }

    @Test
    void anEntryInAnothersPlaceIsNamed() {
        byte[] bundle = log.files.get("tile/entries/000");
        byte[] third = Arrays.copyOfRange(bundle, 3 * 42, 4 * 42);
        System.arraycopy(bundle, 4 * 42, bundle, 3 * 42, 42);
        System.arraycopy(third, 0, bundle, 4 * 42, 42);

        assertThat(fault(null).english()).contains("In the place of entry 3").contains("has entry 4");
    }

    @Test
    void aTruncatedLogIsNamedByItsFirstMissingEntry() {
        log.files.remove("tile/entries/002.p/188");

        assertThat(fault(null).english()).contains("truncated at entry 512");
    }

    @Test
    void aBundleThatEndsTooSoonIsNamedByItsFirstMissingEntry() {
        log.files.computeIfPresent("tile/entries/001", (path, bytes) -> Arrays.copyOf(bytes, 42 * 10));

        assertThat(fault(null).english()).contains("truncated at entry 266");
    }

    @Test
    void anEntryThatIsEditedWithItsTileIsFoundByTheTileAbove() {
        TrialLog other = TrialLog.rewritten(SIZE, 300);
        log.files.put("tile/entries/001", other.files.get("tile/entries/001"));
        log.files.put("tile/0/001", other.files.get("tile/0/001"));

        assertThat(fault(null).english()).contains("Hash 1 of the tile tile/1/000.p/2");
    }

    @Test
    void allTilesEditedAlikeDoNotGiveTheSignedRoot() {
        TrialLog other = TrialLog.rewritten(SIZE, 300);
        other.files.put("checkpoint", log.files.get("checkpoint"));

        assertThat(audit(other, null))
                .isInstanceOfSatisfying(
                        AuditOutcome.Faulty.class,
                        faulty -> assertThat(faulty.fault().english()).contains("do not give the root"));
    }

    @Test
    void aLogThatItsOwnStateSignedAgainIsFoundByTheOlderCheckpointAndTheEntryByTheTilesKept() {
        TrialLog before = TrialLog.of(400);
        TrialLog other = TrialLog.rewritten(SIZE, 300);

        assertThat(audit(other, null)).isInstanceOf(AuditOutcome.Sound.class);
        assertThat(fault(other, new OlderLog(before.checkpoint, NOTHING_KEPT)).english())
                .contains("One of the entries 0 to 399");
        assertThat(fault(other, new OlderLog(before.checkpoint, before.read())).english())
                .contains("Entry 300 is no longer the one that was kept");
    }

    @Test
    void keptTilesThatHaveRottedAccuseNoLogWhoseRootIsStillTheOneKept() {
        TrialLog before = TrialLog.of(400);
        Objects.requireNonNull(before.files.get("tile/0/000"))[5 * 32] ^= 1;

        assertThat(audit(log, new OlderLog(before.checkpoint, before.read()))).isInstanceOf(AuditOutcome.Sound.class);
    }

    @Test
    void aLogThatWasRewoundIsNamedByTheEntryThatIsGone() {
        TrialLog before = TrialLog.of(800);

        assertThat(fault(new OlderLog(before.checkpoint, before.read())).english())
                .contains("Entry 700 is gone: the journal's size was 800");
    }

    @Test
    void aFileThatHasNotItsFormIsToldWithItsRuleInBothLanguages() {
        byte[] tile = log.files.get("tile/0/000");
        log.files.put("tile/0/000", Arrays.copyOf(tile, 33));
        assertThat(fault(null).french())
                .startsWith("Le fichier tile/0/000 n'a pas la forme qu'il doit avoir : Une tuile est de 1 à 256");
        assertThat(fault(null).english())
                .startsWith("The file tile/0/000 has not the form it must have: A tile is 1 to 256");

        log.files.put("tile/0/000", Arrays.copyOf(tile, 255 * 32));
        assertThat(fault(null).french()).endsWith(" : La tuile a la largeur 255, et son chemin dit 256.");
        assertThat(fault(null).english()).endsWith(": The tile has width 255, and its path says 256.");

        log.files.put("checkpoint", "no note".getBytes(StandardCharsets.UTF_8));
        assertThat(fault(null).french())
                .startsWith("Le fichier checkpoint n'a pas la forme qu'il doit avoir : Une note est un texte");
    }

    @Test
    void aCheckpointOfAnotherKeyIsNotBelieved() {
        String note = new String(log.files.get("checkpoint"), StandardCharsets.UTF_8);
        log.files.put("checkpoint", note.replaceFirst("\n700\n", "\n699\n").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> audit(log, null)).isInstanceOf(RefusedNoteException.class);
    }

    private AuditFault fault(@Nullable OlderLog older) {
        return fault(log, older);
    }

    private static AuditFault fault(TrialLog log, @Nullable OlderLog older) {
        assertThat(audit(log, older)).isInstanceOf(AuditOutcome.Faulty.class);
        return ((AuditOutcome.Faulty) audit(log, older)).fault();
    }

    private static AuditOutcome audit(TrialLog log, @Nullable OlderLog older) {
        return new LogAudit(log.read(), CheckpointPolicy.of(TrialLog.KEY, List.of(), 0), older).run();
    }
}
