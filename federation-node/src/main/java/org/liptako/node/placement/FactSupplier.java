package org.liptako.node.placement;

import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/** Says in words which fact is missing and who can supply it. */
public final class FactSupplier {
    private final Vocabulary vocabulary;

    /** Facts in the words of a vocabulary. */
    public FactSupplier(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What the fact is, and who can supply it. */
    public Sentence words(String code, Parties parties) {
        return vocabulary
                .fact(code)
                .map(fact -> words(fact, parties))
                .orElseGet(() -> new Sentence(
                        code + " : un fait d'une version du vocabulaire qui n'est pas en usage ici.",
                        code + ": a fact of a version of the vocabulary that is not in use here."));
    }

    private static Sentence words(Fact fact, Parties parties) {
        Bilingual label = fact.label();
        Sentence supplier = supplier(fact, parties);
        return new Sentence(
                label.fr() + " (" + fact.name() + ") : " + supplier.fr() + ".",
                label.en() + " (" + fact.code() + "): " + supplier.en() + ".");
    }

    /** On whose word a fact stands. */
    public Sentence authority(Fact fact, Parties parties) {
        return switch (FactAuthority.of(fact)) {
            case REQUESTER -> new Sentence("selon la demande", "by the request");
            case HOME -> by("l'État d'origine", "the home State", parties.home());
            case TARGET ->
                parties.host()
                        .map(host -> by("l'État d'accueil", "the host State", host))
                        .orElseGet(() -> by("l'État d'origine", "the home State", parties.home()));
            case REGISTER ->
                ProtectionAuthority.ofFact(fact.code())
                        .map(kept -> by("le registre de l'autorité " + kept, "the register of " + kept, kept.state()))
                        .orElseThrow();
        };
    }

    private static Sentence by(String fr, String en, State state) {
        return new Sentence("selon " + fr + ", " + state.french(), "by " + en + ", " + state.english());
    }

    private static Sentence supplier(Fact fact, Parties parties) {
        return switch (FactAuthority.of(fact)) {
            case REQUESTER -> new Sentence("à indiquer dans la demande", "to be said in the request");
            case TARGET -> catalogue(parties.target());
            case HOME -> homeSupplier(fact.code(), parties.home());
            case REGISTER ->
                ProtectionAuthority.ofFact(fact.code())
                        .map(FactSupplier::authority)
                        .orElseThrow();
        };
    }

    private static Sentence homeSupplier(String code, State home) {
        return switch (code) {
            case "hold.judicial" -> register(home, "gels judiciaires", "judicial holds");
            case "incident.declared", "incident.days_since" ->
                register(home, "incidents déclarés", "declared incidents");
            case "retention.elapsed" -> register(home, "durées de conservation", "retention periods");
            default -> catalogue(home);
        };
    }

    private static Sentence authority(ProtectionAuthority authority) {
        State state = authority.state();
        return new Sentence(
                "à fournir par l'autorité " + authority + " (" + state.french()
                        + "), en l'inscrivant à son registre ou en déclarant que ce registre est tenu",
                "to be supplied by the authority " + authority + " (" + state.english()
                        + "), by recording it in its register or by declaring that the register is kept");
    }

    private static Sentence register(State state, String fr, String en) {
        return new Sentence(
                "à fournir par l'État " + state.french() + ", dans son registre des " + fr,
                "to be supplied by " + state.english() + ", in its register of " + en);
    }

    private static Sentence catalogue(State state) {
        return new Sentence(
                "à fournir par l'État " + state.french() + ", dans son catalogue",
                "to be supplied by " + state.english() + ", in its catalogue");
    }
}
