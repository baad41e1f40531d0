package org.liptako.node.placement;

import org.liptako.node.identity.StateDistrust;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.rules.RuleSet;

/** Why a request stands as it does, in words. */
final class Reasons {
    private Reasons() {}

    static Standing pending(State host) {
        return Standing.of(
                PlacementState.PENDING,
                new Sentence(
                        "Le nœud de l'État " + host.french()
                                + " ne répond pas ; la demande attend et sera jugée à nouveau quand il répondra. Rien n'est déplacé.",
                        "The node of " + host.english()
                                + " does not answer; the request waits and will be judged again when it does. Nothing moves."));
    }

    static Standing asked() {
        return Standing.of(
                PlacementState.PENDING,
                new Sentence("La demande est enregistrée et sera jugée.", "The request is kept and will be judged."));
    }

    static Standing granted(State host) {
        return Standing.of(
                PlacementState.GRANTED,
                new Sentence(
                        "L'État d'origine a accordé le placement ; l'acceptation de l'État " + host.french()
                                + " est attendue. Rien n'est déplacé.",
                        "The home State has granted the placement; the acceptance of " + host.english()
                                + " is awaited. Nothing moves."));
    }

    /** What waits for witnesses is told to no other State, and judged or told again once they are back. */
    static Standing unwitnessed(PlacementState state, Sentence lacking) {
        return Standing.of(
                state, new Sentence(lacking.fr() + " Rien n'est déplacé.", lacking.en() + " Nothing moves."));
    }

    static Standing accepted(Parties parties) {
        return Standing.of(
                PlacementState.ACCEPTED,
                parties.host()
                        .map(host -> new Sentence(
                                "Le " + parties.home().french() + " et le " + host.french()
                                        + " l'ont inscrite à leur journal.",
                                "Both " + parties.home().english() + " and " + host.english() + " have journaled it."))
                        .orElseGet(() -> new Sentence(
                                "L'État d'origine l'a inscrite à son journal ; aucun autre État membre n'est concerné.",
                                "The home State has journaled it; no other member State is concerned.")));
    }

    static Standing lapsed(State host, Sentence why) {
        return Standing.of(
                PlacementState.PENDING,
                new Sentence(
                        "L'État " + host.french() + " n'a pas accepté le placement (" + why.fr()
                                + ") ; la demande sera jugée à nouveau.",
                        host.english() + " has not accepted the grant (" + why.en()
                                + "); the request will be judged again."));
    }

    static Standing expired() {
        return Standing.refused(
                RefusalReason.EXPIRED,
                new Sentence(
                        "Aucune réponse en trente jours ; présentez une nouvelle demande.",
                        "No answer in thirty days; make a new request."));
    }

    /** What a decision that permits nothing means for the request. */
    static Standing refused(Decision decision, RuleSet rules) {
        RefusalReason reason = switch (decision.verdict()) {
            case DENY -> RefusalReason.DENIED;
            case CONFLICT -> RefusalReason.CONFLICT;
            case INDETERMINATE -> RefusalReason.FACTS_MISSING;
            case PERMIT -> throw new IllegalArgumentException("A permit is not refused.");
        };
        return Standing.refused(reason, VerdictWords.of(decision, rules));
    }

    static RefusalReason of(Objection objection) {
        return switch (objection) {
            case RULES_DIFFER -> RefusalReason.RULES_DIFFER;
            case FINDINGS_DIFFER -> RefusalReason.FINDINGS_DIFFER;
            case NOT_RECOMPUTED -> RefusalReason.ENGINE_UNAVAILABLE;
        };
    }

    static Sentence objection(Objection objection, State objector) {
        return switch (objection) {
            case RULES_DIFFER ->
                new Sentence(
                        "Les nœuds des deux États n'ont pas les mêmes règles en vigueur (constaté par l'État "
                                + objector.french() + ") ; alignez-les avant toute nouvelle demande.",
                        "The two States' nodes do not hold the same rules (found by " + objector.english()
                                + "); bring them into line before another request.");
            case FINDINGS_DIFFER ->
                new Sentence(
                        "La conclusion d'un État n'est pas celle que donnent ses règles publiées (constaté par l'État "
                                + objector.french() + ") ; une alarme est levée.",
                        "One State's finding is not what its published rules give (found by " + objector.english()
                                + "); an alarm is raised.");
            case NOT_RECOMPUTED -> engine(Judgement.Failure.ENGINE_UNAVAILABLE.name(), objector);
        };
    }

    static RefusalReason ofEngine(String failure) {
        return failure.equals(Judgement.Failure.ENGINES_DISAGREE.name())
                ? RefusalReason.ENGINES_DISAGREE
                : RefusalReason.ENGINE_UNAVAILABLE;
    }

    static Sentence engine(String failure, State state) {
        return ofEngine(failure) == RefusalReason.ENGINES_DISAGREE
                ? new Sentence(
                        "Les deux moteurs de règles de l'État " + state.french()
                                + " donnent des réponses différentes ; rien n'est permis tant que la panne n'est pas trouvée.",
                        "The two rule engines of " + state.english()
                                + " give different answers; nothing is permitted until the fault is found.")
                : new Sentence(
                        "Le moteur de règles de l'État " + state.french()
                                + " ne répond pas ; rien n'est permis tant qu'il est arrêté.",
                        "The rule engine of " + state.english()
                                + " does not answer; nothing is permitted while it is down.");
    }

    static Sentence statement(State signer, Sentence why) {
        return new Sentence(
                "La déclaration de l'État " + signer.french() + " n'est pas recevable : " + why.fr(),
                "The statement of " + signer.english() + " cannot be taken: " + why.en());
    }

    static Standing distrusted(StateDistrust why) {
        return Standing.refused(RefusalReason.STATE_DISTRUSTED, obstacle(why));
    }

    /** Why nothing is granted to a State, whatever the rules say. */
    static Sentence obstacle(StateDistrust why) {
        return new Sentence(
                "Aucune copie ne peut être confiée à l'État " + why.state().french() + " ni reprise de lui : "
                        + why.words().fr() + ".",
                "No copy may be entrusted to " + why.state().english() + " or taken from it: "
                        + why.words().en() + ".");
    }

    static Standing declined(HostAnswer.Declined declined, State host) {
        RefusalReason reason = declined.code()
                .filter(code -> code == ErrorCode.CLOCKS_DIFFER)
                .map(code -> RefusalReason.CLOCKS_DIFFER)
                .orElse(RefusalReason.HOST_REFUSED);
        return Standing.refused(
                reason,
                new Sentence(
                        "Le nœud de l'État " + host.french() + " refuse la demande : "
                                + declined.words().fr(),
                        "The node of " + host.english() + " refuses the request: "
                                + declined.words().en()));
    }
}
