package org.liptako.pki.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.pki.trust.Drafting.CODEC;
import static org.liptako.pki.trust.Drafting.NOW;
import static org.liptako.pki.trust.Drafting.administrator;
import static org.liptako.pki.trust.Drafting.signed;
import static org.liptako.pki.trust.Drafting.state;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.Alliance;
import org.liptako.pki.quorum.QuorumSigner;
import org.liptako.pki.revocation.RevocationLists;

class TrustHistoryTest {
    private static final Alliance ALLIANCE = Alliance.found();
    private static final SignedTrustState FIRST = signed(ALLIANCE, state(ALLIANCE, 1, null));
    private static final SignedTrustState SECOND = signed(ALLIANCE, state(ALLIANCE, 2, FIRST));
    private static final SignedTrustState THIRD = signed(ALLIANCE, state(ALLIANCE, 3, SECOND));

    private final TrustHistory unfounded = TrustHistory.founded(Alliance.ZONE, ALLIANCE.roots());
    private final TrustHistory history = after(after(unfounded, FIRST), SECOND);

    @Test
    void aSuccessorSignedByTwoStatesIsAccepted() {
        assertThat(after(history, THIRD).newest().orElseThrow().state().number())
                .isEqualTo(3);
    }

    @Test
    void theOneThatIsHeldIsNoNews() {
        assertThat(judge(SECOND)).isEqualTo(new Acceptance.AlreadyHeld(2));
    }

    @Test
    void anOldOneIsRefused() {
        refused(FIRST, TrustRefusal.OLD);
    }

    @Test
    void aSignedRivalOfTheNewestIsAFork() {
        TrustState rival = state(ALLIANCE, 2, FIRST, NOW.minus(Duration.ofDays(1)));
        refused(signed(ALLIANCE, rival), TrustRefusal.FORKED);
    }

    @Test
    void aSuccessorOfARivalIsAFork() {
        SignedTrustState rival = signed(ALLIANCE, state(ALLIANCE, 2, FIRST, NOW.minus(Duration.ofDays(1))));
        refused(signed(ALLIANCE, state(ALLIANCE, 3, rival, NOW.minus(Duration.ofHours(3)))), TrustRefusal.FORKED);
    }

    @Test
    void anUnsignedRivalRaisesNoAlarm() {
        TrustState rival = state(ALLIANCE, 2, FIRST, NOW.minus(Duration.ofDays(1)));
        refused(new SignedTrustState(CODEC.encode(rival), new byte[0]), TrustRefusal.UNSIGNED);
    }

    @Test
    void oneThatSkipsANumberIsRefused() {
        SignedTrustState fourth = signed(ALLIANCE, state(ALLIANCE, 4, THIRD));
        refused(fourth, TrustRefusal.GAPPED);
    }

    @Test
    void oneDatedBeforeItsPredecessorIsRefused() {
        TrustState backdated = state(ALLIANCE, 3, SECOND, NOW.minus(Duration.ofDays(100)));
        refused(signed(ALLIANCE, backdated), TrustRefusal.BACKDATED);
    }

    @Test
    void oneDatedInTheFutureIsRefused() {
        TrustState early = state(ALLIANCE, 3, SECOND, NOW.plus(Duration.ofMinutes(6)));
        refused(signed(ALLIANCE, early), TrustRefusal.FROM_THE_FUTURE);
    }

    @Test
    void oneThatNobodySignedIsRefused() {
        refused(new SignedTrustState(THIRD.content(), new byte[0]), TrustRefusal.UNSIGNED);
    }

    @Test
    void oneSignedUnderTheRootsThatItBringsItselfIsRefused() {
        Alliance usurpers = Alliance.found();
        refused(signed(usurpers, state(usurpers, 3, SECOND)), TrustRefusal.SELF_SIGNED);
    }

    @Test
    void peopleOfOneStateAloneAreRefusedHoweverMany() {
        TrustState third = state(ALLIANCE, 3, SECOND);
        Credential one = administrator(ALLIANCE, State.ML, third);
        Credential two = ALLIANCE.person(State.ML, Role.ADMINISTRATOR, "2");
        Credential three = ALLIANCE.person(State.ML, Role.ADMINISTRATOR, "3");
        refused(signed(third, NOW, one, two, three), TrustRefusal.NO_QUORUM);
    }

    /** Whoever has the root's key makes State CAs at will, and administrators under them. */
    @Test
    void theRootsKeyAloneMakesNoQuorum() {
        TrustState third = state(ALLIANCE, 3, SECOND);
        Alliance unnamed = Alliance.under(ALLIANCE.root(), NOW.minus(Duration.ofDays(30)));
        refused(signed(unnamed, third), TrustRefusal.NO_QUORUM);
        TrustState theirs = state(unnamed, 3, SECOND);
        refused(signed(unnamed, theirs), TrustRefusal.SELF_SIGNED);
    }

    @Test
    void oneThatLowersItsOwnQuorumNeedsTheOneBeforeIt() {
        TrustState all = withRight(state(ALLIANCE, 1, null), new SigningRight(SignedAct.TRUST_STATE, 3, 3));
        SignedTrustState first = signed(ALLIANCE, all);
        TrustHistory history = accepted(TrustHistory.founded(Alliance.ZONE, ALLIANCE.roots()), first);
        TrustState lower = withRight(state(ALLIANCE, 2, first), new SigningRight(SignedAct.TRUST_STATE, 2, 2));

        assertThat(history.judge(signed(ALLIANCE, lower), RevocationLists.none(), NOW))
                .isInstanceOfSatisfying(
                        Acceptance.Refused.class,
                        refused ->
                                assertThat(refused.refusal()).isIn(TrustRefusal.NO_QUORUM, TrustRefusal.SELF_SIGNED));
        SignedTrustState byAll = signed(
                lower,
                lower.issuedAt().plus(Duration.ofHours(1)),
                administrator(ALLIANCE, State.ML, lower),
                administrator(ALLIANCE, State.BF, lower),
                administrator(ALLIANCE, State.NE, lower));
        assertThat(history.judge(byAll, RevocationLists.none(), NOW)).isInstanceOf(Acceptance.Accepted.class);
    }

    private static TrustState withRight(TrustState state, SigningRight right) {
        return new TrustState(state.edition(), state.anchors(), state.revocations(), List.of(right), state.directory());
    }

    private static TrustHistory accepted(TrustHistory history, SignedTrustState offered) {
        return history.with((Acceptance.Accepted) history.judge(offered, RevocationLists.none(), NOW));
    }

    @Test
    void officersHaveNoSayInIt() {
        TrustState third = state(ALLIANCE, 3, SECOND);
        refused(
                signed(
                        third,
                        NOW,
                        ALLIANCE.person(State.ML, Role.OFFICER, "1"),
                        ALLIANCE.person(State.NE, Role.OFFICER, "1")),
                TrustRefusal.NO_QUORUM);
    }

    @Test
    void signaturesOverAnotherStateAreRefused() {
        refused(new SignedTrustState(THIRD.content(), SECOND.signatures()), TrustRefusal.NO_QUORUM);
    }

    @Test
    void oneCutShortAnywhereIsRefused() {
        byte[] content = THIRD.content();
        for (int length = 0; length < content.length; length += 101) {
            refused(new SignedTrustState(Arrays.copyOf(content, length), THIRD.signatures()), TrustRefusal.MALFORMED);
        }
        byte[] signatures = THIRD.signatures();
        refused(
                new SignedTrustState(content, Arrays.copyOf(signatures, signatures.length - 1)),
                TrustRefusal.MALFORMED);
    }

    @Test
    void oneOfFiftyMegabytesIsRefusedUnread() {
        refused(new SignedTrustState(new byte[50_000_000], new byte[0]), TrustRefusal.TOO_LARGE);
        refused(new SignedTrustState(THIRD.content(), new byte[50_000_000]), TrustRefusal.TOO_LARGE);
    }

    @Test
    void whatIsRefusedHasALineInBothLanguages() {
        Acceptance.Refused old = (Acceptance.Refused) judge(FIRST);
        assertThat(old.english()).isEqualTo("The trust state is older than the one that is held. [number 1, held 2]");
        assertThat(old.french())
                .isEqualTo("L'état de confiance est plus ancien que celui qui est tenu. [number 1, held 2]");
    }

    @Test
    void aNodeThatSeesItsFirstTakesItAtAnyNumberUnderItsOwnRoots() {
        assertThat(unfounded.judge(THIRD, RevocationLists.none(), NOW)).isInstanceOf(Acceptance.Accepted.class);
        Alliance usurpers = Alliance.found();
        assertThat(unfounded.judge(signed(usurpers, state(usurpers, 1, null)), RevocationLists.none(), NOW))
                .isInstanceOf(Acceptance.Refused.class);
    }

    @Test
    void moreSignaturesOverTheSameContentAreTheSameState() {
        byte[] content = SECOND.content();
        byte[] third = QuorumSigner.sign(content, ALLIANCE.administrator(State.BF), NOW);
        byte[] more = QuorumSigner.join(content, List.of(SECOND.signatures(), third));
        assertThat(judge(new SignedTrustState(content, more))).isEqualTo(new Acceptance.AlreadyHeld(2));
    }

    private static TrustHistory after(TrustHistory history, SignedTrustState next) {
        Acceptance judged = history.judge(next, RevocationLists.none(), NOW);
        assertThat(judged).isInstanceOf(Acceptance.Accepted.class);
        return history.with((Acceptance.Accepted) judged);
    }

    private Acceptance judge(SignedTrustState offered) {
        return history.judge(offered, RevocationLists.none(), NOW);
    }

    private void refused(SignedTrustState offered, TrustRefusal reason) {
        assertThat(judge(offered))
                .isInstanceOfSatisfying(
                        Acceptance.Refused.class,
                        refused -> assertThat(refused.refusal())
                                .as(refused.english())
                                .isEqualTo(reason));
    }
}
