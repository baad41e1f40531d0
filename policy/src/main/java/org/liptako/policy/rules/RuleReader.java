package org.liptako.policy.rules;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.yaml.YamlNode;

/** Reads the rules of one file, each by itself; what concerns several rules is for {@link DerogationCheck}. */
final class RuleReader {

    private static final int LONGEST_ID = 128;
    private static final Pattern ID = Pattern.compile("[!-~]{1,%d}".formatted(LONGEST_ID));
    private static final List<String> KEYS = List.of(
            "id",
            "titre",
            "texte",
            "base_legale",
            "effet",
            "derogeable",
            "au_titre_de",
            "en_vigueur",
            "champ",
            "condition",
            "obligations",
            "deroge_a");

    private final Vocabulary vocabulary;
    private final Jurisdiction jurisdiction;
    private final Findings.OfFile findings;
    private final Shapes shapes;
    private final Words words;

    RuleReader(Vocabulary vocabulary, Jurisdiction jurisdiction, Findings.OfFile findings) {
        this.vocabulary = vocabulary;
        this.jurisdiction = jurisdiction;
        this.findings = findings;
        this.shapes = new Shapes(findings);
        this.words = new Words(findings);
    }

    /** What could be read of a rule; empty if not even its id could. */
    Optional<DraftRule> read(YamlNode node) {
        return shapes.fields(node, "regles", KEYS).flatMap(this::read);
    }

    private Optional<DraftRule> read(Fields fields) {
        Optional<YamlNode.Scalar> id = fields.require("id").flatMap(this::id);
        Optional<Effect> effect = fields.require("effet")
                .flatMap(node -> shapes.text(node, "effet"))
                .flatMap(words::effect);
        effect.ifPresent(one -> new EffectCheck(jurisdiction, findings).check(one, fields));
        boolean derogable = fields.get("derogeable")
                .flatMap(node -> shapes.text(node, "derogeable"))
                .flatMap(word -> words.yesOrNo(word, "derogeable"))
                .orElse(true);
        List<YamlNode.Scalar> derogations = derogations(fields);
        RuleParts parts = parts(fields);
        return id.map(there -> new DraftRule(
                there,
                jurisdiction,
                findings,
                effect.orElse(null),
                derogable,
                derogations,
                effect.flatMap(one -> parts.rule(there.text(), jurisdiction, one, derogable, derogations))
                        .orElse(null)));
    }

    private RuleParts parts(Fields fields) {
        BasisReader basis = new BasisReader(findings);
        ConditionReader conditions = new ConditionReader(vocabulary, findings);
        return new RuleParts(
                basis.bilingual(fields, "titre"),
                basis.bilingual(fields, "texte"),
                basis.bases(fields),
                capacity(fields),
                fields.require("en_vigueur")
                        .map(new PeriodReader(jurisdiction, findings)::periods)
                        .orElse(List.of()),
                fields.get("champ").flatMap(conditions::scope).orElseGet(Condition::always),
                fields.get("condition").flatMap(conditions::condition).orElseGet(Condition::always),
                new ObligationReader(vocabulary, findings).codes(fields));
    }

    private Optional<YamlNode.Scalar> id(YamlNode node) {
        return shapes.text(node, "id").filter(id -> {
            if (!ID.matcher(id.text()).matches()) {
                findings.error(id.place(), RuleMistake.ID_MALFORMED, Quoted.of(id.text()), LONGEST_ID);
                return false;
            }
            String prefix = jurisdiction.name() + "-";
            if (!id.text().startsWith(prefix) || id.text().equals(prefix)) {
                findings.error(id.place(), RuleMistake.ID_OF_ANOTHER, Quoted.of(id.text()), jurisdiction);
            }
            return true;
        });
    }

    private Capacity capacity(Fields fields) {
        return fields.get("au_titre_de")
                .flatMap(node -> shapes.text(node, "au_titre_de"))
                .flatMap(words::capacity)
                .orElse(Capacity.TOUS);
    }

    private List<YamlNode.Scalar> derogations(Fields fields) {
        return fields.get("deroge_a").flatMap(node -> shapes.list(node, "deroge_a")).orElse(List.of()).stream()
                .flatMap(item -> shapes.text(item, "deroge_a").stream())
                .toList();
    }

    /** What every rule has, whatever its effect. */
    private record RuleParts(
            Optional<Bilingual> title,
            Optional<Bilingual> text,
            List<LegalBasis> bases,
            Capacity capacity,
            List<ForcePeriod> periods,
            Condition.All scope,
            Condition condition,
            List<String> obligations) {

        /** The rule, if all that it needs is right. */
        Optional<Rule> rule(
                String id,
                Jurisdiction jurisdiction,
                Effect effect,
                boolean derogable,
                List<YamlNode.Scalar> derogations) {
            if (title.isEmpty() || text.isEmpty() || periods.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Rule(
                    id,
                    jurisdiction,
                    title.get(),
                    text.get(),
                    bases,
                    effect,
                    derogable,
                    capacity,
                    periods,
                    scope,
                    condition,
                    obligations,
                    derogations.stream().map(YamlNode.Scalar::text).toList()));
        }
    }
}
