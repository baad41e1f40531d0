package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;
import static org.liptako.node.placement.TrialCatalogue.OUAGADOUGOU;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.identity.TrialTrust;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.rulebook.HandSetClock;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.trust.SignedTrustState;

/** Burkina Faso accepted Mali's grant and was not heard; both repeat themselves after the certificates that they signed with have ended, or one was revoked. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class KeptStatementsIT {
    private static final AskedTerms COPY =
            new AskedTerms(AGGREGATED_HEALTH, "REPLICATE", OUAGADOUGOU, null, null, true, true);
    /** Longer than a node's certificate lives, and shorter than a grant. */
    private static final Duration DAYS_LATER = Duration.ofDays(3);

    private final HandSetClock clock = new HandSetClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    private final LossyHost.Link link = new LossyHost.Link();
    private TrialNode mali;
    private TrialNode burkina;
    private AcceptanceReader reader;
    private SignedStatement grant;
    private SignedStatement acceptance;

    @BeforeEach
    void acceptUnheard() {
        TrialNode.Means means = TrialNode.Means.USUAL.at(clock);
        mali = new TrialNode(State.ML, means.askingThrough(host -> new LossyHost(host, link)));
        burkina = new TrialNode(State.BF, means);
        mali.meet(burkina);
        burkina.meet(mali);
        reader = new AcceptanceReader(mali.statements, mali.alarms);
        link.acceptancesReturn = false;
        grant = mali.requests
                .request(mali.operator(), new RequestId("request-1"), COPY)
                .grant()
                .orElseThrow();
        acceptance = burkina.acceptanceDesk.accept(State.ML, grant);
    }

    @AfterEach
    void end() {
        mali.close();
        burkina.close();
    }

    @Test
    void aHostThatRepeatsItselfDaysLaterIsBelievedAndSoIsHome() {
        clock.advance(DAYS_LATER);

        assertThat(burkina.acceptanceDesk.accept(State.ML, grant)).isEqualTo(acceptance);
        assertThat(reader.believes(acceptance, State.BF, grant)).isTrue();
    }

    @Test
    void aHostWhoseKeyWasCompromisedIsNotBelievedWhateverDateItWrites() {
        assertThat(mali.trust.take(
                        List.of(TrialTrust.next(null, Set.of())),
                        TrialTrust.lists(
                                1, List.of(burkina.identity.credential().certificate()))))
                .isEmpty();

        assertThat(reader.believes(acceptance, State.BF, grant)).isFalse();
        assertThat(reader.believes(dated(grantedAt()), State.BF, grant)).isFalse();
    }

    @Test
    void aHostOfARevokedStateIsNotBelievedThoughItWasWhenItAccepted() {
        SignedTrustState founding = TrialTrust.next(null, Set.of());
        assertThat(mali.trust.take(List.of(founding, TrialTrust.next(founding, Set.of(State.BF))), List.of()))
                .isEmpty();

        assertThat(reader.believes(acceptance, State.BF, grant)).isFalse();
        assertThat(reader.believes(dated(TrialTrust.beforeRevocation()), State.BF, grant))
                .isFalse();
    }

    @Test
    void nobodyAcceptsBeforeTheGrantIsMadeOrAfterItHasEndedOrInTheFuture() {
        assertThat(reader.believes(dated(grantedAt().minusSeconds(61)), State.BF, grant))
                .isFalse();
        assertThat(reader.believes(dated(clock.instant().plusSeconds(61)), State.BF, grant))
                .isFalse();
        clock.advance(GrantTerm.GRANT.plusDays(1));
        assertThat(reader.believes(dated(grantedAt().plus(GrantTerm.GRANT)), State.BF, grant))
                .isFalse();
    }

    private Instant grantedAt() {
        return Statements.read(grant, GrantStatement.class).home().at();
    }

    /** The host's acceptance under another date. */
    private SignedStatement dated(Instant at) {
        AcceptanceStatement said = Statements.read(acceptance, AcceptanceStatement.class);
        return burkina.statements.sign(
                AcceptanceStatement.CONTEXT,
                new AcceptanceStatement(said.request(), said.serial(), said.host(), said.grant(), at));
    }
}
