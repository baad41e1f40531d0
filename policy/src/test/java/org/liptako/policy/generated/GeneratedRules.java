package org.liptako.policy.generated;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * A random rule set, as the files that a legal officer would write: it goes through the loader like any other. 5 to 60
 * rules, all effects, capacities and forms, with periods that begin and end around 2024 to 2028.
 */
public final class GeneratedRules {

    private static final List<String> STATE_EFFECTS = List.of(
            "autoriser",
            "autoriser",
            "autoriser",
            "autoriser",
            "autoriser",
            "interdire",
            "interdire",
            "exiger",
            "exiger",
            "obliger",
            "assortir",
            "assortir",
            "deroger",
            "deroger");
    private static final List<String> REGION_EFFECTS =
            List.of("interdire", "exiger", "exiger", "obliger", "assortir", "deroger", "deroger");
    private static final List<String> OBLIGATIONS = List.of(
            "double_signature", "plan_de_migration", "rotation_annuelle_des_cles", "code_libre_1", "code_libre_2", "0");

    private final Dice dice;
    private final GeneratedConditions conditions;
    private final Map<Jurisdiction, List<String>> rules = new EnumMap<>(Jurisdiction.class);
    private final Map<Jurisdiction, List<String>> bans = new EnumMap<>(Jurisdiction.class);
    private int named;

    private GeneratedRules(long seed) {
        this.dice = new Dice(seed);
        this.conditions = new GeneratedConditions(Vocabulary.standard(), dice);
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            rules.put(jurisdiction, new ArrayList<>());
            bans.put(jurisdiction, new ArrayList<>());
        }
    }

    /** The files of a rule set, the same for the same seed. */
    public static List<SourceFile> files(long seed) {
        return written(seed, 5, 60).files();
    }

    /** A rule set that is still to be edited or filed. */
    static GeneratedRules written(long seed, int least, int most) {
        GeneratedRules generated = new GeneratedRules(seed);
        int count = generated.dice.between(least, most);
        for (int i = 0; i < count; i++) {
            generated.addOne();
        }
        return generated;
    }

    /** One more rule, of any jurisdiction. */
    void addOne() {
        add(jurisdiction());
    }

    /** The rules of one jurisdiction as they are written, for editing. */
    List<String> written(Jurisdiction jurisdiction) {
        return Objects.requireNonNull(rules.get(jurisdiction));
    }

    /** Takes a rule out, so that no later derogation names it. */
    void remove(Jurisdiction jurisdiction, int at) {
        String rule = written(jurisdiction).remove(at);
        Objects.requireNonNull(bans.get(jurisdiction)).remove(id(rule));
    }

    /** An id that no rule has had, with a letter before the number, so that the order of ids is not the order of writing. */
    String newId(Jurisdiction jurisdiction) {
        return "%s-%s%d".formatted(jurisdiction, dice.pick(List.of("A", "Z", "a", "M.")), named++);
    }

    /** The id of a rule as it is written. */
    static String id(String rule) {
        return rule.lines().findFirst().orElseThrow().replace("  - id: ", "");
    }

    String condition() {
        return conditions.condition(dice.chance(0.5));
    }

    Dice dice() {
        return dice;
    }

    /** The rule set of {@link #files}. */
    public static RuleSet ruleSet(long seed) {
        return load(files(seed));
    }

    /** A rule set of so many rules. */
    public static RuleSet ruleSet(long seed, int rules) {
        return load(written(seed, rules, rules).files());
    }

    /** One more file: a lone interdire or exiger rule, with an id that {@link #files} gives to none. */
    public static SourceFile ban(long seed) {
        GeneratedRules generated = new GeneratedRules(seed);
        Jurisdiction jurisdiction = generated.jurisdiction();
        String effect = generated.dice.pick(List.of("interdire", "exiger"));
        boolean firm = generated.dice.chance(0.2);
        String rule = generated.rule(jurisdiction, jurisdiction + "-M.BAN", effect, firm, List.of());
        return file(jurisdiction, "ban.yaml", List.of(rule));
    }

    /** What generated files say, in whatever order they come. */
    public static RuleSet load(List<SourceFile> files) {
        return switch (new RuleLoader(Vocabulary.standard()).load(files)) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected ->
                throw new AssertionError(rejected.errors().toString());
        };
    }

    private Jurisdiction jurisdiction() {
        return dice.chance(0.12)
                ? Jurisdiction.AES
                : dice.pick(List.of(Jurisdiction.ML, Jurisdiction.BF, Jurisdiction.NE));
    }

    private void add(Jurisdiction jurisdiction) {
        List<String> there = Objects.requireNonNull(rules.get(jurisdiction));
        List<String> derogable = Objects.requireNonNull(bans.get(jurisdiction));
        String effect = dice.pick(jurisdiction.isState() ? STATE_EFFECTS : REGION_EFFECTS);
        if (effect.equals("deroger") && derogable.isEmpty()) {
            effect = "interdire";
        }
        String id = newId(jurisdiction);
        boolean ban = effect.equals("interdire") || effect.equals("exiger");
        boolean firm = ban && dice.chance(0.2);
        if (ban && !firm) {
            derogable.add(id);
        }
        there.add(rule(jurisdiction, id, effect, firm, derogable));
    }

    private String rule(Jurisdiction jurisdiction, String id, String effect, boolean firm, List<String> derogable) {
        StringBuilder rule =
                new StringBuilder("""
                  - id: %s
                    titre: {fr: "Règle %s", en: "Rule %s"}
                    texte: {fr: "…", en: "…"}
                    base_legale: [{instrument: "Loi", article: "1", statut: %s}]
                    effet: %s
                """.formatted(id, id, id, dice.pick(List.of("exemple", "projet", "publié")), effect));
        line(rule, "en_vigueur", periods());
        if (firm) {
            line(rule, "derogeable", "non");
        }
        if (jurisdiction.isState() && dice.chance(0.5)) {
            line(rule, "au_titre_de", dice.pick(List.of("origine", "accueil", "tous")));
        }
        boolean narrow = effect.equals("interdire") || (effect.equals("obliger") && dice.chance(0.7));
        if (effect.equals("exiger") || dice.chance(narrow ? 0.9 : 0.5)) {
            int lines = narrow || effect.equals("exiger") ? dice.between(1, 3) : dice.between(1, 2);
            line(rule, "champ", conditions.scope(lines, !narrow && !effect.equals("exiger")));
        }
        if (effect.equals("exiger") || dice.chance(narrow ? 0.8 : 0.6)) {
            line(rule, "condition", conditions.condition(!narrow));
        }
        if (effect.equals("assortir") || (!effect.equals("interdire") && dice.chance(0.5))) {
            line(rule, "obligations", dice.some(OBLIGATIONS, dice.between(1, 3)).toString());
        }
        if (effect.equals("deroger")) {
            line(rule, "deroge_a", dice.some(derogable, dice.between(1, 3)).toString());
        }
        return rule.toString();
    }

    private static void line(StringBuilder rule, String key, String value) {
        rule.append("    ").append(key).append(": ").append(value).append('\n');
    }

    String periods() {
        if (dice.chance(0.6)) {
            return "{du: 2020-01-01}";
        }
        if (dice.chance(0.7)) {
            return period();
        }
        return "[%s, %s]".formatted(period(), period());
    }

    private String period() {
        LocalDate from = dice.chance(0.05)
                ? LocalDate.of(1970, 1, 1)
                : LocalDate.of(2024, 1, 1).plusDays(dice.between(0, 1500));
        if (dice.chance(0.4)) {
            return "{du: %s}".formatted(from);
        }
        LocalDate to = dice.chance(0.05) ? LocalDate.of(2199, 12, 31) : from.plusDays(dice.between(0, 700));
        return "{du: %s, au: \"%s\"}".formatted(from, to);
    }

    List<SourceFile> files() {
        List<SourceFile> files = new ArrayList<>();
        rules.forEach((jurisdiction, written) -> {
            int cut = dice.between(0, written.size());
            files.add(file(jurisdiction, jurisdiction + ".yaml", written.subList(0, cut)));
            if (cut < written.size()) {
                files.add(file(jurisdiction, "suite/" + jurisdiction + ".yml", written.subList(cut, written.size())));
            }
        });
        return files;
    }

    private static SourceFile file(Jurisdiction jurisdiction, String path, List<String> rules) {
        String body = rules.isEmpty() ? "règles: []\n" : "regles:\n" + String.join("", rules);
        return new SourceFile(path, ("recueil: " + jurisdiction + "\n" + body).getBytes(UTF_8));
    }
}
