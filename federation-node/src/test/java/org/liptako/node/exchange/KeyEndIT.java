package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.keyend.KeyEndDesk;
import org.liptako.node.exchange.keyend.KeyEndFactory;
import org.liptako.node.exchange.keyend.KeyOrder;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetKeyDestroyed;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.Register;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.node.journal.event.RetentionRecorded;
import org.liptako.node.placement.duty.Duties;
import org.liptako.node.registry.Registers;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumSigner;

/** The end of a dataset's key: what it takes, what bars it, and how somebody might try to have it otherwise. */
class KeyEndIT {
    @TempDir
    private Path home;

    private TrialSource mali;
    private Journal journal;
    private DatasetKeys keys;
    private KeyEndDesk desk;

    @BeforeEach
    void publishADatasetThatNothingHolds() throws IOException {
        mali = TrialSource.ofSmallFiles(home, endpoint -> endpoint);
        journal = mali.record.own().journal();
        journal.append(new RegisterDeclared(journal.now(), Register.HOLDS, true));
        retain(Instant.now().minus(Duration.ofDays(1)));
        keys = new DatasetKeys(home.resolve("keys"));
        desk = desk();
    }

    @AfterEach
    void close() {
        mali.close();
    }

    @Test
    void twoOfficersEndAKeyForGood() throws IOException {
        byte[] key = Files.readAllBytes(keyFile());
        byte[] order = propose();
        byte[] signatures = signed(order, officer(1), officer(2));
        ChunkCipher before = keys.cipher(AGGREGATED_HEALTH);
        KeyEndDesk.Ended ended = desk.destroy(order, signatures);
        assertThatThrownBy(() -> before.encrypt(ByteBuffer.allocate(1)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.KEY_DESTROYED));

        assertThat(keyFile()).doesNotExist();
        assertThat(ended.signers()).hasSize(2);
        assertThat(mali.record.journaled(DatasetKeyDestroyed.class))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.dataset()).isEqualTo(AGGREGATED_HEALTH);
                    assertThat(said.signers()).isEqualTo(ended.signers());
                    assertThat(said.reason()).isEqualTo("Fin de conservation");
                    assertThat(said.evenTheLast()).isTrue();
                });
        assertThat(mali.record.own().registry().keyEnds(List.of(AGGREGATED_HEALTH)))
                .singleElement()
                .satisfies(end -> assertThat(end.dataset()).isEqualTo(AGGREGATED_HEALTH));
        assertThat(desk.destroy(order, signatures)).isEqualTo(ended);
        assertThat(mali.record.journaled(DatasetKeyDestroyed.class)).hasSize(1);
        assertThat(desk.standing(AGGREGATED_HEALTH).destroyedAt()).isPresent();
        assertEnded();

        Files.write(keyFile(), key);
        assertEnded();
        desk.start();
        assertThat(keyFile()).doesNotExist();
    }

    @Test
    void aKillBeforeTheKeyWasGoneIsMadeGoodAtTheNextStart() throws IOException {
        byte[] order = propose();
        byte[] key = Files.readAllBytes(keyFile());
        desk.destroy(order, signed(order, officer(1), officer(2)));
        mali.record.own().jdbi().useHandle(handle -> handle.execute("UPDATE dataset_key_end SET journal_index = NULL"));
        Files.delete(home.resolve("keys/" + AGGREGATED_HEALTH + ".destroyed"));
        Files.write(keyFile(), key);

        desk().start();
        assertThat(keyFile()).doesNotExist();
        assertThat(mali.record.journaled(DatasetKeyDestroyed.class)).hasSize(2);
    }

    @Test
    void fewerThanTwoOfficersOfTheStateAreRefused() {
        byte[] order = propose();
        assertRefused(ErrorCode.STATEMENT_INVALID, order, signed(order, officer(1)));
        assertRefused(ErrorCode.STATEMENT_INVALID, order, signed(order, officer(1), officer(1)));
        assertRefused(
                ErrorCode.STATEMENT_INVALID,
                order,
                signed(order, officer(1), TrialRegion.tree().officer(State.BF, 1)));
        assertRefused(
                ErrorCode.STATEMENT_INVALID,
                order,
                signed(order, officer(1), TrialRegion.tree().administrator(State.ML)));
        assertRefused(ErrorCode.STATEMENT_INVALID, order, new byte[] {1, 2, 3});
    }

    @Test
    void anOrderThatIsNotTheOneSignedIsRefused() {
        byte[] order = propose();
        byte[] signatures = signed(order, officer(1), officer(2));
        KeyOrder other = KeyOrder.of(AGGREGATED_HEALTH, check(), "Autre motif", true, Instant.now());
        assertRefused(ErrorCode.STATEMENT_INVALID, other.toJson(), signatures);
        byte[] spaced = Arrays.copyOf(order, order.length + 1);
        spaced[order.length] = ' ';
        assertRefused(ErrorCode.INVALID_REQUEST, spaced, signed(spaced, officer(1), officer(2)));
    }

    @Test
    void anOrderForAnotherKeyAnotherStateOrAnotherTimeIsRefused() {
        Instant now = Instant.now();
        refusedSigned(ErrorCode.INVALID_REQUEST, KeyOrder.of(AGGREGATED_HEALTH, "ab".repeat(32), "x", true, now));
        refusedSigned(ErrorCode.OTHER_STATE_DECIDES, KeyOrder.of(new DatasetId("BF-DS-008"), check(), "x", true, now));
        refusedSigned(
                ErrorCode.INVALID_REQUEST,
                KeyOrder.of(AGGREGATED_HEALTH, check(), "x", true, now.minus(Duration.ofDays(31))));
        refusedSigned(
                ErrorCode.INVALID_REQUEST,
                KeyOrder.of(AGGREGATED_HEALTH, check(), "x", true, now.plus(Duration.ofMinutes(5))));
    }

    @Test
    void whatBarsItIsNamedAlsoWhereItCameAfterTheSignatures() {
        byte[] order = propose();
        byte[] signatures = signed(order, officer(1), officer(2));
        journal.append(new HoldRecorded(journal.now(), AGGREGATED_HEALTH, true, "TGI Bamako 2026/118"));
        assertBarred(order, signatures, "TGI Bamako 2026/118");
        journal.append(new HoldRecorded(journal.now(), AGGREGATED_HEALTH, false, "TGI Bamako 2026/131"));
        retain(Instant.parse("2030-01-01T00:00:00Z"));
        assertBarred(order, signatures, "must be kept until 2030-01-01T00:00:00Z");
    }

    @Test
    void theLastReadableCopyGoesOnlyIfTheOrderSaysSo() {
        assertThatThrownBy(() -> desk.propose(AGGREGATED_HEALTH, "Fin de conservation", false))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("--even-the-last");
        byte[] order = KeyOrder.of(AGGREGATED_HEALTH, check(), "x", false, Instant.now())
                .toJson();
        assertBarred(order, signed(order, officer(1), officer(2)), "--even-the-last");
    }

    @Test
    void aHeldJournalIsToldOnceItGoesOnAndEndsNoStart() throws IOException {
        byte[] order = propose();
        byte[] key = Files.readAllBytes(keyFile());
        desk.destroy(order, signed(order, officer(1), officer(2)));
        mali.record.own().jdbi().useHandle(handle -> handle.execute("UPDATE dataset_key_end SET journal_index = NULL"));
        Files.write(keyFile(), key);
        journal.hold().hold(new Sentence("La base est plus ancienne.", "The database is older."));

        desk().start();

        assertThat(keyFile()).doesNotExist();
        assertThat(mali.record.journaled(DatasetKeyDestroyed.class)).hasSize(1);
        journal.hold().release();
        assertThat(mali.record.journaled(DatasetKeyDestroyed.class)).hasSize(2);
    }

    private KeyEndDesk desk() {
        var own = mali.record.own();
        return new KeyEndFactory()
                .ends(
                        own,
                        keys,
                        mali.holdings().published(),
                        mali.server().trust(),
                        new Registers(own.jdbi(), own.clock()),
                        new Duties(own.jdbi(), Clock.systemUTC()));
    }

    private byte[] propose() {
        return desk.propose(AGGREGATED_HEALTH, "Fin de conservation", true);
    }

    private String check() {
        return desk.standing(AGGREGATED_HEALTH).check().orElseThrow();
    }

    private void retain(Instant until) {
        journal.append(new RetentionRecorded(journal.now(), AGGREGATED_HEALTH, until));
    }

    private void refusedSigned(ErrorCode code, KeyOrder order) {
        assertRefused(code, order.toJson(), signed(order.toJson(), officer(1), officer(2)));
    }

    private void assertBarred(byte[] order, byte[] signatures, String words) {
        assertThatThrownBy(() -> desk.destroy(order, signatures)).hasMessageContaining(words);
        assertRefused(ErrorCode.NOT_READY, order, signatures);
    }

    private void assertRefused(ErrorCode code, byte[] order, byte[] signatures) {
        assertThatThrownBy(() -> desk.destroy(order, signatures))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
        assertThat(keyFile()).exists();
        assertThat(mali.record.journaled(DatasetKeyDestroyed.class)).isEmpty();
    }

    private void assertEnded() {
        assertThatThrownBy(() -> keys.cipher(AGGREGATED_HEALTH))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.KEY_DESTROYED));
        assertThatThrownBy(() -> mali.held(TrialGrants.encrypted(mali.version())))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.KEY_DESTROYED));
    }

    private Path keyFile() {
        return home.resolve("keys/" + AGGREGATED_HEALTH + ".aes-siv.json");
    }

    private static CredentialFiles officer(int number) {
        return TrialRegion.tree().officer(State.ML, number);
    }

    private static byte[] signed(byte[] content, CredentialFiles... officers) {
        List<byte[]> parts = Arrays.stream(officers)
                .map(officer -> QuorumSigner.sign(content, officer.read(), Instant.now()))
                .toList();
        return QuorumSigner.join(content, parts);
    }
}
