package org.liptako.node.cli.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liptako.federation.v1.Sentence;
import org.liptako.node.cli.Language;
import org.liptako.node.wire.Citation;
import org.liptako.placement.v1.CitedRule;
import org.liptako.placement.v1.Decision;
import org.liptako.placement.v1.Finding;

/** A decision as a person reads it: the verdict, what each jurisdiction says with rule and article, what is missing, what is owed. */
public final class DecisionText {
    private final Language language;

    public DecisionText(Language language) {
        this.language = language;
    }

    /** The lines, the verdict first. */
    public List<String> lines(Decision decision) {
        var cited = decision.getCitedList().stream().collect(Collectors.toMap(CitedRule::getId, Function.identity()));
        var lines = new ArrayList<String>();
        lines.add(language.choose("Décision : ", "Decision: ") + verdict(decision.getVerdict()));
        for (var finding : decision.getFindingsList()) {
            lines.add("  " + finding(finding));
            finding.getRulesList().forEach(rule -> lines.addAll(rule(rule, cited)));
            finding.getDerogationsList()
                    .forEach(lifted -> lines.add("      " + lifted.getBan()
                            + language.choose(" levée par ", " lifted by ") + lifted.getBy()));
        }
        decision.getMissingFactsList()
                .forEach(fact -> lines.add(language.choose("  Fait manquant : ", "  Missing fact: ") + fact.getCode()
                        + " — " + words(fact.getWords())));
        decision.getObligationsList()
                .forEach(duty -> lines.add(language.choose("  Obligation : ", "  Duty: ") + words(duty.getLabel())
                        + " (" + duty.getRule() + ")"));
        if (!decision.getObligedByList().isEmpty()) {
            lines.add(language.choose("  Opération exigée par : ", "  Operation demanded by: ")
                    + String.join(", ", decision.getObligedByList()));
        }
        return lines;
    }

    /** A sentence of the node in the reader's language. */
    public String words(Sentence sentence) {
        return language.choose(sentence.getFr(), sentence.getEn());
    }

    private String finding(Finding finding) {
        return place(finding) + language.choose(" : ", ": ") + verdict(finding.getVerdict()) + ", "
                + reason(finding.getReason())
                + (finding.getPreview() ? language.choose(" (aperçu)", " (preview)") : "");
    }

    private List<String> rule(String id, Map<String, CitedRule> cited) {
        var rule = cited.get(id);
        if (rule == null) {
            return List.of("      " + id);
        }
        var lines = new ArrayList<String>();
        lines.add("      " + id + " — " + words(rule.getTitle()) + " [" + standing(rule.getStanding()) + "]");
        rule.getLegalBasisList()
                .forEach(basis -> lines.add("        " + language.choose(basis, Citation.english(basis))));
        return lines;
    }

    /** How far the texts of a rule have come. */
    private String standing(String word) {
        return switch (word) {
            case "exemple" -> language.choose("exemple", "sample");
            case "projet" -> language.choose("projet", "draft");
            case "publie" -> language.choose("publié", "published");
            default -> word;
        };
    }

    private String place(Finding finding) {
        return switch (finding.getRole()) {
            case "HOME" -> finding.getJurisdiction() + language.choose(" (origine)", " (home)");
            case "HOST" -> finding.getJurisdiction() + language.choose(" (accueil)", " (host)");
            default -> finding.getJurisdiction() + language.choose(" (région)", " (region)");
        };
    }

    private String verdict(String code) {
        return switch (code) {
            case "PERMIT" -> language.choose("PERMIS", "PERMIT");
            case "DENY" -> language.choose("REFUS", "DENY");
            case "INDETERMINATE" -> language.choose("INDÉTERMINÉ", "INDETERMINATE");
            case "CONFLICT" -> language.choose("CONFLIT", "CONFLICT");
            default -> code;
        };
    }

    private String reason(String code) {
        return switch (code) {
            case "PROHIBITED" -> language.choose("interdit par", "prohibited by");
            case "NO_PERMISSION" -> language.choose("aucune règle ne le permet", "no rule permits it");
            case "MISSING_FACTS" -> language.choose("un fait manque à", "a fact is missing to");
            case "PERMITTED" -> language.choose("permis par", "permitted by");
            case "NO_OBJECTION" -> language.choose("sans objection", "no objection");
            case "ENGINE_UNAVAILABLE" ->
                language.choose("le moteur de règles ne répond pas", "the rule engine is silent");
            default -> code;
        };
    }
}
