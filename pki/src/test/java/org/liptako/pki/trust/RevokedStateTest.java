package org.liptako.pki.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.pki.trust.Drafting.NOW;
import static org.liptako.pki.trust.Drafting.signed;
import static org.liptako.pki.trust.Drafting.state;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.RevocationReason;
import org.liptako.pki.quorum.Alliance;
import org.liptako.pki.revocation.RevocationLists;

class RevokedStateTest {
    private static final Alliance ALLIANCE = Alliance.found();
    private static final SignedTrustState FIRST = signed(ALLIANCE, state(ALLIANCE, 1, null));
    private static final SignedTrustState SECOND = signed(ALLIANCE, state(ALLIANCE, 2, FIRST));

    private final TrustHistory history =
            after(after(TrustHistory.founded(Alliance.ZONE, ALLIANCE.roots()), FIRST), SECOND);

    @Test
    void aRevokedStateCannotReinstateItself() {
        TrustState revoking = revoking(3, SECOND);
        TrustHistory without = after(history, signed(ALLIANCE, revoking));
        SignedTrustState byTheRevoked = signed(
                ALLIANCE, state(ALLIANCE, 4, without.newest().orElseThrow().signed()));
        assertThat(without.judge(byTheRevoked, RevocationLists.none(), NOW))
                .isInstanceOfSatisfying(
                        Acceptance.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(TrustRefusal.SELF_SIGNED));
    }

    private static TrustState revoking(long number, SignedTrustState previous) {
        TrustState plain = state(ALLIANCE, number, previous);
        List<AuthorityStatus> authorities = plain.revocations().authorities().stream()
                .map(authority -> authority.state() == State.NE
                        ? new AuthorityStatus(
                                State.NE,
                                authority.certificate(),
                                new Standing.Revoked(RevocationReason.CA_COMPROMISE, plain.issuedAt()))
                        : authority)
                .toList();
        return new TrustState(
                plain.edition(),
                plain.anchors(),
                new Revocations(authorities, List.of()),
                plain.rights(),
                plain.directory());
    }

    private static TrustHistory after(TrustHistory history, SignedTrustState next) {
        Acceptance judged = history.judge(next, RevocationLists.none(), NOW);
        assertThat(judged).isInstanceOf(Acceptance.Accepted.class);
        return history.with((Acceptance.Accepted) judged);
    }
}
