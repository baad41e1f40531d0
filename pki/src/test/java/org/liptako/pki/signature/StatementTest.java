package org.liptako.pki.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.ceremony.TrialCeremony;
import org.liptako.pki.issuing.TrialPlan;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.RejectionReason;
import org.liptako.pki.validation.Validation;

class StatementTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final SiteId BAMAKO = new SiteId("ML-BKO-1");
    private static final byte[] PAYLOAD = "{\"verdict\":\"PERMIT\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path directory;

    private static TrialTree tree = new TrialTree(Path.of("unset"));

    private final StatementVerifier verifier = new ChainStatementVerifier(
            new ChainValidator(Zone.INTERNAL, List.of(tree.root().read().certificate())));
    private final SignedStatement statement =
            new CredentialStatementSigner(tree.node(BAMAKO, 1).read()).sign("finding", PAYLOAD);

    @BeforeAll
    static void plant() {
        tree = new TrialCeremony(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom())
                .perform(TrialPlan.capitals(Zone.INTERNAL), directory);
    }

    @Test
    void tellsWhoSigned() {
        assertThat(verifier.verify(statement, "finding", ExpectedSigner.nodeOf(State.ML), NOW))
                .isEqualTo(Party.at(BAMAKO, Role.NODE, "1"));
    }

    @Test
    void survivesJson() throws IOException {
        ObjectMapper json = new ObjectMapper();

        String text = json.writeValueAsString(statement);

        assertThat(text).startsWith("{\"context\":\"finding\",\"payload\":\"eyJ2ZXJkaWN0Ij");
        assertThat(json.readValue(text, SignedStatement.class)).isEqualTo(statement);
    }

    @Test
    void aStatementForOneUseServesNoOther() {
        SignedStatement renamed = new SignedStatement("grant", PAYLOAD, statement.signature(), statement.chain());

        assertThat(refusal(statement, "grant", NOW).refusal()).isEqualTo(StatementRefusal.OTHER_CONTEXT);
        assertThat(refusal(renamed, "grant", NOW).refusal()).isEqualTo(StatementRefusal.ALTERED);
    }

    @Test
    void refusesAnAlteredPayloadAnAlteredSignatureAndAnotherKey() {
        byte[] other = PAYLOAD.clone();
        other[0] ^= 1;
        List<byte[]> officer = new CredentialStatementSigner(
                        tree.officer(State.ML, 1).read())
                .sign("finding", PAYLOAD)
                .chain();

        assertThat(refusal(changed(other, statement.signature(), statement.chain()))
                        .refusal())
                .isEqualTo(StatementRefusal.ALTERED);
        assertThat(refusal(changed(PAYLOAD, new byte[] {1}, statement.chain())).refusal())
                .isEqualTo(StatementRefusal.ALTERED);
        assertThat(refusal(changed(PAYLOAD, statement.signature(), officer)).refusal())
                .isEqualTo(StatementRefusal.ALTERED);
    }

    @Test
    void refusesAnotherStateAndAnotherRole() {
        ExpectedSigner officer = new ExpectedSigner(Set.of(Role.OFFICER), State.ML);

        assertThatThrownBy(() -> verifier.verify(statement, "finding", ExpectedSigner.nodeOf(State.NE), NOW))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("another State");
        assertThatThrownBy(() -> verifier.verify(statement, "finding", officer, NOW))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("role");
    }

    @Test
    void refusesASignerOutsideItsTimeAndAHostileOne() {
        StatementException late = refusal(statement, "finding", NOW.plus(Duration.ofDays(2)));
        SignedStatement forged = new CredentialStatementSigner(tree.forgedNode().read()).sign("finding", PAYLOAD);

        assertThat(late.chainRefusal().map(Validation.Rejected::reason)).contains(RejectionReason.EXPIRED);
        assertThat(late.french()).contains("a expiré");
        assertThat(refusal(forged).chainRefusal().map(Validation.Rejected::reason))
                .contains(RejectionReason.NAME_CONSTRAINTS);
    }

    private static SignedStatement changed(byte[] payload, byte[] signature, List<byte[]> chain) {
        return new SignedStatement("finding", payload, signature, chain);
    }

    private StatementException refusal(SignedStatement refused) {
        return refusal(refused, "finding", NOW);
    }

    private StatementException refusal(SignedStatement refused, String context, Instant at) {
        return catchThrowableOfType(StatementException.class, () -> verifier.verify(refused, context, at));
    }
}
