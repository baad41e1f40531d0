package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.keyend.KeyEndDesk;
import org.liptako.node.exchange.keyend.KeyEndFactory;
import org.liptako.node.exchange.publication.Publication;
import org.liptako.node.exchange.publication.PublishDesk;
import org.liptako.node.exchange.publication.PublishedVersions;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.unsealing.RestoreDesk;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.DatasetKeyDestroyed;
import org.liptako.node.journal.event.Register;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.node.journal.event.RetentionRecorded;
import org.liptako.node.journal.event.VersionPublished;
import org.liptako.node.placement.duty.Duties;
import org.liptako.node.registry.Registers;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumSigner;

/** What the home State does with a dataset whose key a token guards: publish, restore, destroy; with the token and without. */
class GuardedKeyIT {
    private static final Publication IN_CLEAR = new Publication(AGGREGATED_HEALTH, "files", false, true);
    private static final Publication WHOLE = new Publication(AGGREGATED_HEALTH, "files", true, false);

    @TempDir
    private Path home;

    private TrialSource mali;
    private VersionPublished before;

    @BeforeEach
    void publishUnderAKeyThatLiesOpen() throws IOException {
        mali = TrialSource.ofSmallFiles(home, endpoint -> endpoint);
        before = mali.version();
    }

    @AfterEach
    void close() {
        mali.close();
    }

    @Test
    void theCopiesStayWhatTheyWereAndComeBackAsFiles() throws Exception {
        HeldVersion held = mali.held(TrialGrants.encrypted(before));
        RestoreIT.take(held, mali.holdings().store());
        DatasetKeys guarded = guarded(new TrialToken(home).withKey());
        guarded.start();
        VersionPublished again = publish(guarded, WHOLE);
        assertThat(again.encryptedRoot()).isEqualTo(before.encryptedRoot());

        Map<String, String> files = SampleTree.contents(mali.origin);
        mali.holdings().published().erase(AGGREGATED_HEALTH);
        Durable.remove(mali.origin);
        assertNotReady(() -> restore(new DatasetKeys(home.resolve("keys"))));
        assertThat(mali.origin).doesNotExist();
        restore(guarded);
        assertThat(SampleTree.contents(mali.origin)).isEqualTo(files);
    }

    @Test
    void withoutTheTokenNothingIsEncryptedAndPublishingInClearGoesOn() throws Exception {
        TrialToken token = new TrialToken(home);
        Durable.remove(home.resolve("keys"));
        assertNotReady(() -> publish(guarded(token), WHOLE));
        assertThat(home.resolve("keys"))
                .satisfiesAnyOf(
                        keys -> assertThat(keys).doesNotExist(),
                        keys -> assertThat(keys).isEmptyDirectory());
        assertThat(publish(guarded(token), IN_CLEAR).versionRoot()).isEqualTo(before.versionRoot());
        token.withKey();
        assertThat(publish(guarded(token), WHOLE).encryptedRoot()).isNotNull().isNotEqualTo(before.encryptedRoot());
    }

    @Test
    void theKeyEndsByTheOfficersOrderAlsoWhereTheTokenIsLost() throws Exception {
        guarded(new TrialToken(home).withKey()).start();
        Journal journal = mali.record.own().journal();
        journal.append(new RegisterDeclared(journal.now(), Register.HOLDS, true));
        journal.append(new RetentionRecorded(
                journal.now(), AGGREGATED_HEALTH, Instant.now().minus(Duration.ofDays(1))));
        DatasetKeys withoutToken = new DatasetKeys(home.resolve("keys"));
        KeyEndDesk desk = ends(withoutToken);
        byte[] order = desk.propose(AGGREGATED_HEALTH, "Fin de conservation", true);
        desk.destroy(order, signed(order));
        assertThat(mali.record.journaled(DatasetKeyDestroyed.class)).hasSize(1);
        assertThat(home.resolve("keys/" + AGGREGATED_HEALTH + ".aes-siv.json")).doesNotExist();
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> withoutToken.cipher(AGGREGATED_HEALTH))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.KEY_DESTROYED));
    }

    private DatasetKeys guarded(TrialToken token) {
        return new DatasetKeys(home.resolve("keys"), Optional.of(token.open()));
    }

    private VersionPublished publish(DatasetKeys keys, Publication publication) throws IOException {
        return new PublishDesk(
                        mali.record.own(),
                        home.resolve("publish"),
                        keys,
                        new PublishedVersions(home.resolve("store/published"), keys),
                        TrialRegion.node(State.ML, Clock.systemUTC()).signer())
                .publish(publication);
    }

    private void restore(DatasetKeys keys) throws IOException {
        new RestoreDesk(mali.record.own(), home.resolve("publish"), keys, mali.holdings())
                .restore(AGGREGATED_HEALTH, Optional.ofNullable(before.encryptedRoot()), "files");
    }

    private KeyEndDesk ends(DatasetKeys keys) {
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

    private static byte[] signed(byte[] order) {
        List<byte[]> parts = Stream.of(1, 2)
                .map(officer -> QuorumSigner.sign(
                        order, TrialRegion.tree().officer(State.ML, officer).read(), Instant.now()))
                .toList();
        return QuorumSigner.join(order, parts);
    }

    private static void assertNotReady(ThrowingCallable act) {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(act)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_READY));
    }
}
