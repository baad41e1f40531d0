package org.liptako.node.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.wire.Count;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumOutcome;
import org.liptako.pki.quorum.QuorumRule;
import org.liptako.pki.quorum.QuorumVerifier;
import org.liptako.pki.quorum.SignatureVerdict;
import org.liptako.pki.quorum.SigningPeriod;
import org.liptako.pki.trust.SignedAct;
import org.liptako.pki.trust.SigningRight;
import org.liptako.policy.edition.EditionAct;
import org.liptako.policy.edition.EditionImpact;
import org.liptako.policy.edition.EditionRefusal;
import org.liptako.policy.edition.RefusedEditionException;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * Counts the officers who signed an edition: two of the State; for the AES one of each State, and two of two States to withdraw. The trust state may ask for
 * more, and one officer more it takes where the impact is grave. Only what is signed is asked, so that all nodes count alike; an enactment that does not say
 * its impact counts as grave.
 */
final class EditionQuorum {
    private static final int MEMBER_STATES = State.values().length;

    /** How an edition came. */
    enum Origin {
        /** An officer publishes it now. */
        PUBLISHED,
        /** A peer's node, which is believed, holds it: it was published before, perhaps under an earlier trust state. */
        HANDED_ON
    }

    private final NodeTrust trust;

    EditionQuorum(NodeTrust trust) {
        this.trust = trust;
    }

    /**
     * The officers who count, by name.
     *
     * @throws RefusedEditionException if they are not enough
     */
    List<String> signers(RuleEdition edition, SignedEdition signed, Origin origin, Instant now)
            throws RefusedEditionException {
        QuorumVerifier verifier = switch (origin) {
            case PUBLISHED -> trust.quorum();
            case HANDED_ON -> trust.pastQuorum();
        };
        QuorumRule rule = rule(edition);
        SigningPeriod period = new SigningPeriod(edition.issuedAt(), now);
        return switch (verifier.verify(signed.content(), signed.signatures(), rule, period)) {
            case QuorumOutcome.Reached reached -> names(reached.signers());
            case QuorumOutcome.Unreadable unreadable ->
                throw new RefusedEditionException(
                        EditionRefusal.UNSIGNED,
                        new Bilingual(
                                unreadable.reason().french(),
                                unreadable.reason().english()));
            case QuorumOutcome.NotReached lacking ->
                throw new RefusedEditionException(EditionRefusal.NO_QUORUM, told(lacking));
        };
    }

    /**
     * How far the signing of an edition has come that nobody has published yet.
     *
     * @param counted the signatures that count so far
     * @param refused why the other signatures do not count; empty sentences if there is none
     */
    record Tally(QuorumRule rule, List<SignatureVerdict.Counted> counted, boolean reached, Bilingual refused) {
        /** Who counts so far, by name. */
        List<String> signers() {
            return names(counted);
        }
    }

    /** Counts who has signed so far; with no signature at all, nobody. */
    Tally tally(RuleEdition edition, byte[] content, byte[] signatures, Instant now) {
        QuorumRule rule = rule(edition);
        if (signatures.length == 0) {
            return new Tally(rule, List.of(), false, new Bilingual("", ""));
        }
        SigningPeriod period = new SigningPeriod(edition.issuedAt(), now);
        return switch (trust.quorum().verify(content, signatures, rule, period)) {
            case QuorumOutcome.Reached reached -> new Tally(rule, reached.signers(), true, new Bilingual("", ""));
            case QuorumOutcome.NotReached lacking ->
                new Tally(rule, lacking.signers(), false, new Bilingual(lacking.french(), lacking.english()));
            case QuorumOutcome.Unreadable unreadable ->
                new Tally(
                        rule,
                        List.of(),
                        false,
                        new Bilingual(
                                unreadable.reason().french(),
                                unreadable.reason().english()));
        };
    }

    /** How many officers it takes. */
    int people(RuleEdition edition) {
        return rule(edition).people();
    }

    private QuorumRule rule(RuleEdition edition) {
        int more = isGrave(edition) ? 1 : 0;
        if (edition.jurisdiction() == Jurisdiction.AES) {
            SigningRight right = trust.rightTo(SignedAct.COMMON_RULES);
            return edition.act() == EditionAct.WITHDRAWAL
                    ? across(right.people(), right.states())
                    : across(Math.max(right.people(), MEMBER_STATES) + more, MEMBER_STATES);
        }
        SigningRight right = trust.rightTo(SignedAct.STATE_RULES);
        State state = State.ofCode(edition.jurisdiction().name()).orElseThrow();
        return right.states() == 1
                ? QuorumRule.of(
                        SignedAct.STATE_RULES.role(), state, Math.min(right.people() + more, QuorumRule.MOST_PEOPLE))
                : across(right.people() + more, right.states());
    }

    /** A withdrawal brings back what stood, and must not wait. */
    private static boolean isGrave(RuleEdition edition) {
        return edition.act() == EditionAct.ENACTMENT
                && edition.impact().map(EditionImpact::isGrave).orElse(true);
    }

    private static QuorumRule across(int people, int states) {
        return QuorumRule.acrossStates(SignedAct.COMMON_RULES.role(), Math.min(people, QuorumRule.MOST_PEOPLE), states);
    }

    private static List<String> names(List<SignatureVerdict.Counted> counted) {
        return counted.stream().map(signature -> signature.signer().toString()).toList();
    }

    private static Bilingual told(QuorumOutcome.NotReached lacking) {
        int counted = lacking.signers().size();
        QuorumRule rule = lacking.rule();
        return new Bilingual(
                counted + " sur " + rule.people() + ", de " + Count.fr(rule.states(), "État") + " : "
                        + list(lacking, SignatureVerdict.Discounted::french),
                counted + " of " + rule.people() + ", from " + Count.en(rule.states(), "State") + ": "
                        + list(lacking, SignatureVerdict.Discounted::english));
    }

    private static String list(
            QuorumOutcome.NotReached lacking, Function<SignatureVerdict.Discounted, String> language) {
        return Stream.concat(
                        names(lacking.signers()).stream(),
                        lacking.discounted().stream()
                                .map(fault -> language.apply(fault) + " (" + fault.detail() + ")")
                                .distinct())
                .collect(Collectors.joining("; "));
    }
}
