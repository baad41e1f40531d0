package org.liptako.node.exchange.cipher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.cli.SoftHsm;
import org.liptako.node.exchange.TrialToken;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** Keys of datasets that a token of SoftHSM2 guards, and all that may be wrong with it. */
class KeyTokenIT {
    private static final DatasetId HEALTH = new DatasetId("ML-DS-008");
    private static final DatasetId CENSUS = new DatasetId("ML-DS-009");
    private static final ByteBuffer CHUNK = ByteBuffer.wrap("a chunk of a dataset".getBytes(UTF_8));

    @TempDir
    private static Path home;

    private static Optional<TrialToken> token = Optional.empty();

    @TempDir
    private Path keys;

    @BeforeAll
    static void makeTheKey() throws Exception {
        token = Optional.of(new TrialToken(home).withKey());
    }

    @Test
    void aNewKeyOpensAgainWithItsTokenAndWithNothingElse() throws IOException {
        ByteBuffer encrypted = guarded().cipher(HEALTH).encrypt(CHUNK);
        assertThat(guarded().cipher(HEALTH).encrypt(CHUNK)).isEqualTo(encrypted);
        assertThat(guarded().existing(HEALTH).orElseThrow().decrypt(encrypted)).isEqualTo(CHUNK);
        assertThat(names()).containsExactly(HEALTH + ".aes-siv.json");
        assertThat(Files.readString(file(HEALTH))).doesNotContain("keyData", "AesSiv");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(HEALTH))))
                .isEqualTo("rw-------");
        assertRefused(() -> new DatasetKeys(keys).cipher(HEALTH), "liptako.exchange.key-token");
    }

    @Test
    void theSameKeyEncryptsAlikeFromAnOpenFileAndUnderTheToken() throws IOException {
        ByteBuffer encrypted = new DatasetKeys(keys).cipher(HEALTH).encrypt(CHUNK);
        String check = new DatasetKeys(keys).check(HEALTH).orElseThrow();
        Path block = Files.createLink(keys.resolve("the open key's block on the disk"), file(HEALTH));
        long length = Files.size(block);

        assertThat(guarded().cipher(HEALTH).encrypt(CHUNK)).isEqualTo(encrypted);
        guarded().start();
        assertRefused(() -> new DatasetKeys(keys).cipher(HEALTH), "liptako.exchange.key-token");
        assertThat(guarded().cipher(HEALTH).encrypt(CHUNK)).isEqualTo(encrypted);
        assertThat(guarded().check(HEALTH)).hasValue(check);
        assertThat(Files.readAllBytes(block)).containsOnly(0).hasSize(Math.toIntExact(length));
        Files.delete(block);
        assertThat(names()).containsExactly(HEALTH + ".aes-siv.json");
    }

    @Test
    void aChangeThatAKillCutsShortIsMadeGoodAtTheNextStart() throws IOException {
        ByteBuffer encrypted = new DatasetKeys(keys).cipher(HEALTH).encrypt(CHUNK);
        Path replaced = keys.resolve(HEALTH + ".aes-siv.json.open");
        Path aside = home.resolve("aside.json");
        Files.copy(file(HEALTH), aside, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);

        // Killed before the new text had its name.
        Files.createLink(replaced, file(HEALTH));
        Files.writeString(keys.resolve(HEALTH + ".aes-siv.json.new"), "{\"format\":");
        assertThat(guarded().cipher(HEALTH).encrypt(CHUNK)).isEqualTo(encrypted);
        guarded().start();
        assertThat(guarded().cipher(HEALTH).encrypt(CHUNK)).isEqualTo(encrypted);
        assertThat(names()).containsExactly(HEALTH + ".aes-siv.json");

        // Killed before the open key was overwritten.
        Files.move(aside, replaced);
        assertThat(guarded().cipher(HEALTH).encrypt(CHUNK)).isEqualTo(encrypted);
        guarded().start();
        assertThat(guarded().cipher(HEALTH).encrypt(CHUNK)).isEqualTo(encrypted);
        assertThat(names()).containsExactly(HEALTH + ".aes-siv.json");
    }

    @Test
    void ofTwoKeysOfOneDatasetNoneIsReplacedAndTheOthersAreWrapped() throws IOException {
        new DatasetKeys(keys).cipher(HEALTH);
        Path other = keys.resolve(HEALTH + ".aes-siv.json.open");
        new DatasetKeys(keys).cipher(CENSUS);
        Files.move(file(CENSUS), other);
        byte[] before = Files.readAllBytes(file(HEALTH));
        Files.writeString(keys.resolve("x.aes-siv.json"), "no dataset's");
        DatasetId last = new DatasetId("ML-DS-100");
        new DatasetKeys(keys).cipher(last);
        byte[] otherBefore = Files.readAllBytes(other);
        guarded().start();
        assertThat(file(HEALTH)).hasBinaryContent(before);
        assertThat(other).hasBinaryContent(otherBefore);
        assertRefused(() -> new DatasetKeys(keys).cipher(last), "liptako.exchange.key-token");
    }

    @Test
    void aFileOfAnotherDatasetOrWithAnythingChangedIsRefused() throws IOException {
        guarded().cipher(HEALTH);
        guarded().cipher(CENSUS);
        String right = Files.readString(file(HEALTH));
        Files.copy(file(CENSUS), file(HEALTH), StandardCopyOption.REPLACE_EXISTING);
        assertRefused(() -> guarded().cipher(HEALTH), "is not the one that the node wrote");
        for (String wrong : List.of(
                Files.readString(file(CENSUS)).replace(CENSUS.value(), HEALTH.value()),
                right.replace("\"keyCheck\":\"" + right.charAt(right.indexOf("keyCheck") + 11), "\"keyCheck\":\"g"),
                right.replace("\"wrapped\":\"", "\"wrapped\":\"AAAA"))) {
            Files.writeString(file(HEALTH), wrong);
            assertRefused(() -> guarded().cipher(HEALTH), "is not the one that the node wrote");
        }
        Files.writeString(file(HEALTH), right);
        guarded().cipher(HEALTH);
    }

    @Test
    void ofFilesPutInEachOthersPlaceNoneTellsWhichKeyEnds() throws IOException {
        guarded().cipher(HEALTH);
        guarded().cipher(CENSUS);
        Path aside = keys.resolve("aside");
        Files.move(file(HEALTH), aside);
        Files.move(file(CENSUS), file(HEALTH));
        Files.move(aside, file(CENSUS));
        for (DatasetId dataset : List.of(HEALTH, CENSUS)) {
            assertRefused(() -> guarded().check(dataset), "is not the one that the node wrote");
            assertRefused(() -> new DatasetKeys(keys).check(dataset), "is not the one that the node wrote");
            assertRefused(() -> guarded().cipher(dataset), "is not the one that the node wrote");
        }
    }

    @Test
    void anotherTokenWithAKeyOfTheSameNameIsToldFromAChangedFile() throws Exception {
        guarded().cipher(HEALTH);
        TrialToken other = new TrialToken(Files.createDirectories(home.resolve("other"))).withKey();
        assertRefused(() -> under(other).cipher(HEALTH), "guarded by another token");
        guarded().cipher(HEALTH);
    }

    @Test
    void aWrongPinIsGivenOnceAndTheRightOneTakenWithoutARestart() throws Exception {
        TrialToken fresh = new TrialToken(Files.createDirectories(home.resolve("fresh")));
        fresh.writePin("000000");
        DatasetKeys all = under(fresh);
        assertRefused(() -> all.cipher(HEALTH), "refuses the PIN");
        assertRefused(() -> all.cipher(HEALTH), "has refused this PIN");
        assertThat(names()).isEmpty();

        fresh.writePin(SoftHsm.pin());
        assertRefused(() -> all.cipher(HEALTH), "liptako key token");
        assertThat(names()).isEmpty();
        fresh.open().make();
        all.cipher(HEALTH);
        assertRefused(() -> fresh.open().make(), "never replaced");
    }

    @Test
    void aPinThatOthersMayReadIsNotUsed() throws Exception {
        TrialToken fresh = new TrialToken(keys);
        Files.setPosixFilePermissions(fresh.pinFile(), PosixFilePermissions.fromString("rw-r-----"));
        assertRefused(() -> fresh.open().make(), "chmod 600");
        Files.delete(fresh.pinFile());
        assertRefused(() -> fresh.open().make(), "pin-file");
    }

    @Test
    void whereTheTokenIsAwayKeysThatLieOpenGoOnAndNothingNewLiesOpen() throws Exception {
        TrialToken away = new TrialToken(Files.createDirectories(home.resolve("away"))).withKeyAndTakenAway(home);
        ByteBuffer encrypted = new DatasetKeys(keys).cipher(HEALTH).encrypt(CHUNK);
        DatasetKeys all = under(away);
        all.start();
        assertThat(all.cipher(HEALTH).encrypt(CHUNK)).isEqualTo(encrypted);
        assertRefused(() -> all.cipher(CENSUS), "PKCS#11");
        assertThat(names()).containsExactly(HEALTH + ".aes-siv.json");
    }

    @Test
    void aKeyEndsWithoutItsTokenAndStaysEndedWhateverIsBroughtBack() throws IOException {
        guarded().cipher(HEALTH);
        Path backup = Files.copy(file(HEALTH), home.resolve("backup.json"), StandardCopyOption.REPLACE_EXISTING);
        DatasetKeys withoutToken = new DatasetKeys(keys);
        assertThat(withoutToken.check(HEALTH))
                .isEqualTo(guarded().check(HEALTH))
                .isPresent();
        withoutToken.destroy(HEALTH);
        assertThat(names()).containsExactly(HEALTH + ".destroyed");

        Files.move(backup, file(HEALTH));
        DatasetKeys again = guarded();
        again.start();
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> again.cipher(HEALTH))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.KEY_DESTROYED));
        again.destroy(HEALTH);
        assertThat(names()).containsExactly(HEALTH + ".destroyed");
    }

    @Test
    void aChangeThatWasCutShortLeavesNothingOfADestroyedKey() throws IOException {
        new DatasetKeys(keys).cipher(HEALTH);
        Path replaced = Files.copy(
                file(HEALTH), keys.resolve(HEALTH + ".aes-siv.json.open"), StandardCopyOption.COPY_ATTRIBUTES);
        Path block = Files.createLink(home.resolve("block"), replaced);
        guarded().destroy(HEALTH);
        assertThat(names()).containsExactly(HEALTH + ".destroyed");
        assertThat(Files.readAllBytes(block)).containsOnly(0);
        Files.delete(block);
    }

    private DatasetKeys guarded() {
        return under(token.orElseThrow());
    }

    private DatasetKeys under(TrialToken guard) {
        return new DatasetKeys(keys, Optional.of(guard.open()));
    }

    private Path file(DatasetId dataset) {
        return keys.resolve(dataset + ".aes-siv.json");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(keys)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** Nothing that the refusal says helps a stranger. */
    private static void assertRefused(ThrowingCallable act, String words) {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(act)
                .withMessageContaining(words)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_READY))
                .satisfies(failure -> assertThat(failure.getMessage())
                        .doesNotContain(SoftHsm.pin(), ".so", home.toString())
                        .hasLineCount(1));
    }
}
