package org.liptako.policy.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.LegalBasis;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Obligation;

/** Says each rule of a set in plain French and English, so that who wrote it sees what the machine understood. */
public final class RuleWords {

    private static final Bilingual ALL_OF = new Bilingual("tout ce qui suit est vrai :", "all of this is true:");
    private static final Bilingual ONE_OF =
            new Bilingual("l'une au moins de ces choses est vraie :", "at least one of these is true:");

    private final RuleSet rules;

    public RuleWords(RuleSet rules) {
        this.rules = rules;
    }

    /** The sentences of one rule. */
    public Explanation of(Rule rule) {
        List<Bilingual> lines = new ArrayList<>();
        lines.add(force(rule));
        addEffect(rule, lines);
        if (!rule.obligations().isEmpty()) {
            lines.add(obligations(rule));
        }
        if (rule.effect().isBan()) {
            lines.add(derogations(rule));
        }
        lines.addAll(bases(rule));
        return new Explanation(rule.id(), rule.title(), lines);
    }

    /** Whose law the rule is, of which data it speaks, and when it is in force. */
    public Bilingual force(Rule rule) {
        return ForceWords.of(rule);
    }

    /** The law that the rule rests on, a sentence for each text. */
    public List<Bilingual> bases(Rule rule) {
        return rule.legalBases().stream().map(RuleWords::basis).toList();
    }

    private void addEffect(Rule rule, List<Bilingual> lines) {
        Condition.All when = rule.effect() == Effect.EXIGER
                ? rule.scope()
                : new Condition.All(Stream.concat(rule.scope().parts().stream(), Stream.of(rule.condition()))
                        .toList());
        addClause(what(rule), "si", "if", ConditionWords.clause(when, true), lines);
        if (rule.effect() == Effect.EXIGER) {
            addClause(
                    new Bilingual(
                            "Elle exige alors, sous peine d'interdiction,", "It then requires, failing which it bans,"),
                    "ceci :",
                    "this:",
                    ConditionWords.clause(rule.condition(), true),
                    lines);
        }
    }

    private Bilingual what(Rule rule) {
        return switch (rule.effect()) {
            case AUTORISER -> new Bilingual("C'est permis", "It is permitted");
            case INTERDIRE -> new Bilingual("C'est interdit", "It is banned");
            case EXIGER -> new Bilingual("La règle parle", "The rule speaks");
            case OBLIGER -> new Bilingual("L'opération doit être faite", "The operation must be done");
            case ASSORTIR ->
                new Bilingual(
                        "Sans rien permettre ni interdire, la règle ajoute ses obligations",
                        "Without permitting or banning anything, the rule adds its obligations");
            case DEROGER ->
                new Bilingual(
                                rule.derogatesFrom().size() == 1
                                        ? "Est levé ce que dit %s"
                                        : "Est levé ce que disent %s",
                                "What is said by %s is lifted")
                        .with(Enumeration.and(
                                rule.derogatesFrom().stream().map(this::named).toList()));
        };
    }

    /** One sentence, or a sentence and a list. */
    private static void addClause(Bilingual what, String si, String when, Clause clause, List<Bilingual> lines) {
        switch (clause) {
            case Clause.Statement statement ->
                lines.add(
                        new Bilingual("%s %s %s.", "%s %s %s.").with(what, new Bilingual(si, when), statement.words()));
            case Clause.Every every -> {
                if (every.parts().isEmpty()) {
                    lines.add(new Bilingual("%s dans tous les cas.", "%s in every case.").with(what));
                } else {
                    addList(what, new Bilingual(si, when), ALL_OF, every.parts(), lines);
                }
            }
            case Clause.Some some -> addList(what, new Bilingual(si, when), ONE_OF, some.parts(), lines);
        }
    }

    private static void addList(
            Bilingual what, Bilingual when, Bilingual which, List<Clause> parts, List<Bilingual> lines) {
        lines.add(new Bilingual("%s %s %s", "%s %s %s").with(what, when, which));
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            lines.add(new Bilingual(last ? "– %s." : "– %s ;", last ? "– %s." : "– %s;")
                    .with(parts.get(i).inLine()));
        }
    }

    private Bilingual named(String id) {
        return new Bilingual(
                "la règle " + id
                        + rules.rule(id)
                                .map(rule -> " (« " + rule.title().fr() + " »)")
                                .orElse(""),
                "rule " + id
                        + rules.rule(id)
                                .map(rule -> " (\"" + rule.title().en() + "\")")
                                .orElse(""));
    }

    /** The duties that come with the rule, which has at least one. */
    public Bilingual obligations(Rule rule) {
        Bilingual listed =
                Enumeration.and(rule.obligations().stream().map(this::duty).toList());
        return switch (rule.effect()) {
            case AUTORISER, DEROGER ->
                new Bilingual("Qui s'en prévaut doit : %s.", "Whoever relies on it must: %s.").with(listed);
            case EXIGER ->
                new Bilingual("Qui la respecte doit aussi : %s.", "Whoever complies with it must also: %s.")
                        .with(listed);
            case OBLIGER, ASSORTIR, INTERDIRE ->
                new Bilingual("Il faut alors : %s.", "Then one must: %s.").with(listed);
        };
    }

    private Bilingual duty(String code) {
        return rules.vocabulary()
                .obligation(code)
                .map(Obligation::label)
                .map(label -> new Bilingual(FrenchText.inside(label.fr()), FrenchText.inside(label.en())))
                .orElse(new Bilingual("« " + code + " »", "\"" + code + "\""));
    }

    private Bilingual derogations(Rule ban) {
        if (!ban.derogable()) {
            return new Bilingual("Aucune dérogation n'est possible.", "There can be no derogation.");
        }
        List<Bilingual> derogers = rules.of(ban.jurisdiction()).rules().stream()
                .filter(rule -> rule.derogatesFrom().contains(ban.id()))
                .map(rule -> named(rule.id()))
                .toList();
        return switch (derogers.size()) {
            case 0 -> new Bilingual("Aucune règle n'y déroge.", "No rule derogates from it.");
            case 1 ->
                new Bilingual("Y déroge, quand elle s'applique : %s.", "It is lifted, where it applies, by %s.")
                        .with(derogers.getFirst());
            default ->
                new Bilingual("Y dérogent, quand elles s'appliquent : %s.", "It is lifted, where they apply, by %s.")
                        .with(Enumeration.and(derogers));
        };
    }

    private static Bilingual basis(LegalBasis basis) {
        Bilingual standing = switch (basis.status()) {
            case EXEMPLE -> new Bilingual("exemple sans valeur juridique", "sample without legal value");
            case PROJET -> new Bilingual("projet de texte", "draft text");
            case PUBLIE -> new Bilingual("texte publié", "published text");
        };
        return new Bilingual("Fondement : %s, article : %s (%s).", "Basis: %s, article: %s (%s).")
                .with(basis.instrument(), basis.article(), standing);
    }
}
