package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.pki.validation.RejectionReason.ALTERNATIVE_NAMES;
import static org.liptako.pki.validation.RejectionReason.COMMON_NAME;
import static org.liptako.pki.validation.RejectionReason.NAME_CONSTRAINTS;
import static org.liptako.pki.validation.RejectionReason.ROLE_ISSUER;
import static org.liptako.pki.validation.RejectionReason.STATE_MISMATCH;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liptako.pki.issuing.ForgedName;
import org.liptako.pki.issuing.HostileForgeries;
import org.liptako.pki.issuing.HostileForgeries.Form;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumOutcome;
import org.liptako.pki.quorum.QuorumRule;
import org.liptako.pki.quorum.QuorumSigner;
import org.liptako.pki.quorum.QuorumVerifier;
import org.liptako.pki.quorum.SigningPeriod;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.signature.ChainStatementVerifier;
import org.liptako.pki.signature.CredentialStatementSigner;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.signature.StatementException;

/** Mali in Niger's name, by every kind of name and in every form: no validator and no signature check believes it. */
class HostileForgeriesTest {
    private static final byte[] CONTENT = "a placement".getBytes(StandardCharsets.UTF_8);

    private static final Map<ForgedName, RejectionReason> BY_THE_NODE_CA = Map.ofEntries(
            Map.entry(ForgedName.URI, NAME_CONSTRAINTS),
            Map.entry(ForgedName.DNS, NAME_CONSTRAINTS),
            Map.entry(ForgedName.DIRECTORY, ALTERNATIVE_NAMES),
            Map.entry(ForgedName.EMAIL, NAME_CONSTRAINTS),
            Map.entry(ForgedName.ADDRESS, NAME_CONSTRAINTS),
            Map.entry(ForgedName.OTHER_NAME, ALTERNATIVE_NAMES),
            Map.entry(ForgedName.REGISTERED_ID, ALTERNATIVE_NAMES),
            Map.entry(ForgedName.SEVERAL, NAME_CONSTRAINTS),
            Map.entry(ForgedName.UPPER_CASE, NAME_CONSTRAINTS),
            Map.entry(ForgedName.TRAILING_DOT, NAME_CONSTRAINTS),
            Map.entry(ForgedName.PERCENT_ESCAPE, NAME_CONSTRAINTS),
            Map.entry(ForgedName.COMMON_NAME_ALONE, COMMON_NAME));

    static Stream<HostileForgeries.Forgery> forgeries() {
        List<HostileForgeries.Forgery> all =
                new HostileForgeries(Region.ML.stateCa(), Region.ML.nodeCa(), Region.ZONE, Region.NOW).all();
        assertThat(all).hasSize(ForgedName.values().length * Form.values().length);
        return all.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void isRefusedForItsReason(HostileForgeries.Forgery forgery) {
        CandidateChain chain = CandidateChain.of(forgery.credential().chain());
        for (Expectation expectation : List.of(
                Expectation.client(Region.NOW),
                Expectation.signing(Region.NOW),
                Expectation.server(Region.NOW, "node-1.ne-nim-1.ne.aes.internal"))) {
            Validation validation = Region.validator().validate(chain, expectation);
            assertThat(validation).isInstanceOf(Validation.Rejected.class);
            assertThat(reasons(forgery)).contains(((Validation.Rejected) validation).reason());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void signsNothing(HostileForgeries.Forgery forgery) {
        SignedStatement statement = new CredentialStatementSigner(forgery.credential()).sign("receipt", CONTENT);
        byte[] signature = QuorumSigner.sign(CONTENT, forgery.credential(), Region.NOW);
        QuorumOutcome outcome = new QuorumVerifier(Region.validator(), RevocationLists.none())
                .verify(CONTENT, signature, QuorumRule.of(Role.NODE, State.NE, 1), SigningPeriod.until(Region.NOW));

        assertThatThrownBy(
                        () -> new ChainStatementVerifier(Region.validator()).verify(statement, "receipt", Region.NOW))
                .isInstanceOf(StatementException.class);
        assertThat(outcome.isReached()).isFalse();
    }

    private static Set<RejectionReason> reasons(HostileForgeries.Forgery forgery) {
        return switch (forgery.form()) {
            case LEAF -> Set.of(BY_THE_NODE_CA.get(forgery.name()));
            // The CA between is wrong already; which rule meets it first depends on the leaf's name.
            case SUB_CA, SELF_ISSUED_CA ->
                Set.of(NAME_CONSTRAINTS, STATE_MISMATCH, ROLE_ISSUER, ALTERNATIVE_NAMES, COMMON_NAME);
        };
    }
}
