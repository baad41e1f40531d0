package org.liptako.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Obligation;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.yaml.YamlNode;

/** Reads the rules of one file, each by itself; what concerns several rules is for {@link DerogationCheck}. */
final class RuleReader {

    private static final int LONGEST_CODE = 128;
    private static final Pattern ID = Pattern.compile("[!-~]{1,%d}".formatted(LONGEST_CODE));
    private static final Pattern OBLIGATION = Pattern.compile("[a-z0-9_]{1,%d}".formatted(LONGEST_CODE));

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
    private static final List<String> LANGUAGES = List.of("fr", "en");
    private static final List<String> BASIS_KEYS = List.of("instrument", "article", "statut");

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
        Optional<Bilingual> title = fields.require("titre").flatMap(node -> bilingual(node, "titre"));
        Optional<Bilingual> text = fields.require("texte").flatMap(node -> bilingual(node, "texte"));
        List<LegalBasis> bases = fields.require("base_legale").map(this::bases).orElse(List.of());
        Optional<Effect> effect = fields.require("effet")
                .flatMap(node -> shapes.text(node, "effet"))
                .flatMap(words::effect);
        effect.ifPresent(one -> new EffectCheck(jurisdiction, findings).check(one, fields));
        boolean derogable = fields.get("derogeable")
                .flatMap(node -> shapes.text(node, "derogeable"))
                .flatMap(word -> words.yesOrNo(word, "derogeable"))
                .orElse(true);
        Capacity capacity = capacity(fields);
        List<ForcePeriod> periods = fields.require("en_vigueur")
                .map(new PeriodReader(jurisdiction, findings)::periods)
                .orElse(List.of());
        ConditionReader conditions = new ConditionReader(vocabulary, findings);
        Condition.All scope = fields.get("champ").flatMap(conditions::scope).orElseGet(Condition::always);
        Condition condition =
                fields.get("condition").flatMap(conditions::condition).orElseGet(Condition::always);
        List<String> obligations =
                fields.get("obligations").map(this::obligations).orElse(List.of());
        List<YamlNode.Scalar> derogations =
                fields.get("deroge_a").map(this::derogations).orElse(List.of());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Optional<Rule> rule = title.isEmpty() || text.isEmpty() || effect.isEmpty() || periods.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rule(
                        id.get().text(),
                        jurisdiction,
                        title.get(),
                        text.get(),
                        bases,
                        effect.get(),
                        derogable,
                        capacity,
                        periods,
                        scope,
                        condition,
                        obligations,
                        derogations.stream().map(YamlNode.Scalar::text).toList()));
        return Optional.of(new DraftRule(
                id.get(), jurisdiction, findings, effect.orElse(null), derogable, derogations, rule.orElse(null)));
    }

    private Optional<YamlNode.Scalar> id(YamlNode node) {
        return shapes.text(node, "id").filter(id -> {
            if (!ID.matcher(id.text()).matches()) {
                findings.error(id.place(), RuleMistake.ID_MALFORMED, Quoted.of(id.text()), LONGEST_CODE);
                return false;
            }
            String prefix = jurisdiction.name() + "-";
            if (!id.text().startsWith(prefix) || id.text().equals(prefix)) {
                findings.error(id.place(), RuleMistake.ID_OF_ANOTHER, Quoted.of(id.text()), jurisdiction);
            }
            return true;
        });
    }

    private Optional<Bilingual> bilingual(YamlNode node, String name) {
        return shapes.fields(node, name, LANGUAGES).flatMap(fields -> {
            Optional<String> fr = text(fields, "fr");
            Optional<String> en = text(fields, "en");
            return fr.flatMap(french -> en.map(english -> new Bilingual(french, english)));
        });
    }

    private Optional<String> text(Fields fields, String key) {
        return fields.require(key).flatMap(node -> shapes.text(node, key)).map(YamlNode.Scalar::text);
    }

    private List<LegalBasis> bases(YamlNode node) {
        List<LegalBasis> bases = new ArrayList<>();
        for (YamlNode item : shapes.list(node, "base_legale").orElse(List.of())) {
            shapes.fields(item, "base_legale", BASIS_KEYS).ifPresent(fields -> {
                Optional<String> instrument = text(fields, "instrument");
                Optional<String> article = text(fields, "article");
                Optional<BasisStatus> status = fields.require("statut")
                        .flatMap(word -> shapes.text(word, "statut"))
                        .flatMap(words::status);
                if (instrument.isPresent() && article.isPresent() && status.isPresent()) {
                    bases.add(new LegalBasis(instrument.get(), article.get(), status.get()));
                }
            });
        }
        return bases;
    }

    private Capacity capacity(Fields fields) {
        return fields.get("au_titre_de")
                .flatMap(node -> shapes.text(node, "au_titre_de"))
                .flatMap(words::capacity)
                .orElse(Capacity.TOUS);
    }

    private List<String> obligations(YamlNode node) {
        List<String> codes = new ArrayList<>();
        for (YamlNode item : shapes.list(node, "obligations").orElse(List.of())) {
            shapes.text(item, "obligations").ifPresent(code -> {
                checkObligation(code, codes);
                codes.add(code.text());
            });
        }
        return codes;
    }

    private void checkObligation(YamlNode.Scalar code, List<String> before) {
        String text = code.text();
        if (!OBLIGATION.matcher(text).matches()) {
            findings.error(code.place(), RuleMistake.OBLIGATION_MALFORMED, Quoted.of(text), LONGEST_CODE);
        } else if (before.contains(text)) {
            findings.error(code.place(), RuleMistake.OBLIGATION_REPEATED, text);
        } else if (vocabulary.obligation(text).isEmpty()) {
            List<String> known =
                    vocabulary.obligations().stream().map(Obligation::code).toList();
            findings.warning(code.place(), RuleMistake.OBLIGATION_UNKNOWN, text, Hint.to(text, known));
        }
    }

    private List<YamlNode.Scalar> derogations(YamlNode node) {
        return shapes.list(node, "deroge_a").orElse(List.of()).stream()
                .flatMap(item -> shapes.text(item, "deroge_a").stream())
                .toList();
    }
}
