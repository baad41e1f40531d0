package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.node.exchange.TrialErasure.GRANT;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.exchange.attest.AttestDesk;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.event.ErasureLookup;
import org.liptako.node.journal.event.ErasureStatement;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.registry.ErasureWord;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumSigner;

/** An operator's word on an erasure: whose, on what, and how somebody might try to have another's taken for it. */
class AttestIT {
    private final TrialErasure bamako = new TrialErasure();
    private final AttestDesk desk = bamako.desk;

    @AfterEach
    void close() {
        bamako.close();
    }

    @Test
    void anErasureAwaitsItsOperatorsWordAndThenBearsIt() {
        assertThat(words()).isEmpty();
        byte[] statement = desk.drawUp(GRANT, TrialErasure.nothing(), "A. Traoré");
        byte[] signature = signed(statement, operator());
        AttestDesk.Attested attested = desk.attest(statement, signature);

        assertThat(attested.signers()).hasSize(1);
        assertThat(bamako.attested()).singleElement().satisfies(said -> {
            assertThat(said.statement()).isEqualTo(ErasureStatement.parse(statement));
            assertThat(said.statement().erasure()).isEqualTo(bamako.index());
            assertThat(Base64.getDecoder().decode(said.signatures())).isEqualTo(signature);
        });
        assertThat(words()).singleElement().satisfies(word -> {
            assertThat(word.journalIndex()).isEqualTo(attested.index());
            assertThat(word.statement().remainsUntil()).isEmpty();
        });
        assertThat(desk.attest(statement, signed(statement, operator()))).isEqualTo(attested);
        assertThat(bamako.attested()).hasSize(1);
    }

    @Test
    void aLaterWordTakesThePlaceOfTheOneBeforeAndNotTheOtherWayRound() {
        Instant now = Instant.now();
        LocalDate next = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(20);
        byte[] first = statement(TrialErasure.aTape(next), now.minus(Duration.ofHours(2)));
        byte[] second = statement(TrialErasure.nothing(), now.minus(Duration.ofHours(1)));
        byte[] between = statement(TrialErasure.aTape(next), now.minus(Duration.ofMinutes(90)));

        desk.attest(first, signed(first, operator()));
        assertThat(words())
                .singleElement()
                .satisfies(word -> assertThat(word.statement().remainsUntil()).hasValue(next));
        desk.attest(second, signed(second, operator()));
        assertThat(words())
                .singleElement()
                .satisfies(word -> assertThat(word.statement().remainsUntil()).isEmpty());
        assertRefused(ErrorCode.INVALID_REQUEST, between, signed(between, operator()));
        assertThat(bamako.attested()).hasSize(2);
    }

    @Test
    void aCopyThatCameAgainAndWasErasedAgainAwaitsAnotherWord() {
        byte[] statement = desk.drawUp(GRANT, TrialErasure.nothing(), "A. Traoré");
        desk.attest(statement, signed(statement, operator()));
        GrantSerial again = new GrantSerial("ML-" + "cd".repeat(16));
        bamako.erase(again);
        assertThat(desk.erasure(again).word()).isEmpty();
        assertThat(desk.erasure(GRANT).word()).isPresent();
    }

    @Test
    void onlyAnOperatorOfTheSiteWhoseCertificateStandsIsBelieved() {
        byte[] statement = desk.drawUp(GRANT, TrialErasure.nothing(), "A. Traoré");
        assertInvalid(statement, signed(statement, TrialRegion.operator(State.BF)));
        assertInvalid(
                statement,
                signed(statement, TrialRegion.tree().officer(State.ML, 1).read()));
        assertInvalid(
                statement,
                signed(statement, TrialRegion.tree().foreignOperator().read()));
        assertInvalid(statement, signed(statement, TrialRegion.expiredOperator(State.ML)));
        Party elsewhere = Party.at(new SiteId("ML-KYS-1"), Role.OPERATOR, "1");
        assertInvalid(statement, signed(statement, TrialRegion.of(elsewhere)));
        assertInvalid(statement, new byte[] {1, 2, 3});
    }

    @Test
    void aStatementThatIsNotTheOneSignedIsRefused() {
        byte[] statement = desk.drawUp(GRANT, TrialErasure.nothing(), "A. Traoré");
        byte[] other = desk.drawUp(GRANT, TrialErasure.nothing(), "B. Traoré");
        assertInvalid(other, signed(statement, operator()));
    }

    @Test
    void aStatementOnAnotherErasureOrOfAnotherTimeIsRefused() {
        Instant now = Instant.now();
        ReplicaErased erased = desk.erasure(GRANT).erased();
        refusedSigned(ErrorCode.INVALID_REQUEST, of(erased, bamako.index() + 1, now));
        ReplicaErased elsewhere = new ReplicaErased(erased.at(), GRANT, AGGREGATED_HEALTH, new SiteId("ML-KYS-1"));
        refusedSigned(ErrorCode.INVALID_REQUEST, of(elsewhere, bamako.index(), now));
        ReplicaErased unknown = new ReplicaErased(
                erased.at(), new GrantSerial("ML-" + "ef".repeat(16)), AGGREGATED_HEALTH, erased.site());
        refusedSigned(ErrorCode.NOT_KNOWN, of(unknown, bamako.index(), now));
        refusedSigned(ErrorCode.INVALID_REQUEST, of(erased, bamako.index(), now.minus(Duration.ofDays(31))));
        refusedSigned(ErrorCode.INVALID_REQUEST, of(erased, bamako.index(), now.plus(Duration.ofMinutes(5))));
    }

    @Test
    void aStatementThatLeavesAMediumOutIsNotDrawnUp() {
        assertThatThrownBy(() -> desk.drawUp(GRANT, TrialErasure.nothing().subList(0, 2), "A. Traoré"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                .hasMessageContaining("snapshots, tapes and array replicas");
    }

    private byte[] statement(List<ErasureLookup> lookups, Instant at) {
        return ErasureStatement.of(
                        desk.erasure(GRANT).erased(),
                        bamako.index(),
                        lookups,
                        "A. Traoré",
                        at.truncatedTo(ChronoUnit.SECONDS))
                .toJson();
    }

    private static byte[] of(ReplicaErased erased, long index, Instant at) {
        return ErasureStatement.of(
                        erased, index, TrialErasure.nothing(), "A. Traoré", at.truncatedTo(ChronoUnit.SECONDS))
                .toJson();
    }

    private void refusedSigned(ErrorCode code, byte[] statement) {
        assertRefused(code, statement, signed(statement, operator()));
        assertThat(words()).isEmpty();
    }

    private void assertInvalid(byte[] statement, byte[] signature) {
        assertRefused(ErrorCode.STATEMENT_INVALID, statement, signature);
        assertThat(words()).isEmpty();
    }

    private void assertRefused(ErrorCode code, byte[] statement, byte[] signature) {
        assertThatThrownBy(() -> desk.attest(statement, signature))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
    }

    private List<ErasureWord> words() {
        return bamako.record.own().registry().erasureWords(List.of(AGGREGATED_HEALTH));
    }

    private static Credential operator() {
        return TrialRegion.operator(State.ML);
    }

    private static byte[] signed(byte[] content, Credential signer) {
        return QuorumSigner.sign(content, signer, Instant.now());
    }
}
