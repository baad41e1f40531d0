package org.liptako.policy.generated;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactWord;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Rule sets of any size, as law piles up: a few broad permissions, and more and more decrees about a dataset, a place or a kind of data, one in three
 * of them for a time only. Unlike {@link GeneratedRules}, they go on permitting something, however many they are.
 */
public final class Decrees {

    private static final List<String> PLACES = List.of("ML", "BF", "NE", "FR", "SN", "CI", "DZ");

    private final Dice dice;
    private final Vocabulary vocabulary = Vocabulary.standard();

    private Decrees(long seed) {
        this.dice = new Dice(seed);
    }

    /** So many rules of each State, and of the Alliance. */
    public static RuleSet of(long seed, int each) {
        Decrees decrees = new Decrees(seed);
        return GeneratedRules.load(Jurisdiction.all().stream()
                .map(jurisdiction -> decrees.file(jurisdiction, each))
                .toList());
    }

    private SourceFile file(Jurisdiction jurisdiction, int rules) {
        StringBuilder file = new StringBuilder("recueil: " + jurisdiction + "\nregles:\n");
        List<String> bans = new ArrayList<>();
        for (int number = 0; number < rules; number++) {
            String id = jurisdiction + "-" + number;
            String effect = effect(jurisdiction, number, bans.isEmpty());
            file.append("""
                      - id: %s
                        titre: {fr: t, en: t}
                        texte: {fr: t, en: t}
                        base_legale: [{instrument: i, article: a, statut: exemple}]
                        effet: %s
                        en_vigueur: %s
                    """.formatted(id, effect, period()));
            switch (effect) {
                case "autoriser" -> line(file, "champ: {operation: %s}".formatted(words("operation", 4)));
                case "deroger" -> {
                    line(file, "deroge_a: [%s]".formatted(dice.pick(bans)));
                    line(file, "condition: {fait: autorisation.CIL, est: accordee}");
                }
                case "exiger" -> {
                    bans.add(id);
                    line(file, "champ: {%s}".formatted(subject()));
                    line(file, "condition: {fait: lieu.niveau, au_moins: %d}".formatted(dice.between(2, 4)));
                }
                case "interdire" -> {
                    bans.add(id);
                    line(file, "champ: {%s}".formatted(subject()));
                    line(file, "condition: {fait: lieu.etat, est: %s}".formatted(dice.pick(PLACES)));
                }
                default -> line(file, "champ: {%s}".formatted(subject()));
            }
            if (effect.equals("assortir")) {
                line(file, "obligations: [plan_de_migration]");
            }
        }
        return new SourceFile(jurisdiction + ".yaml", file.toString().getBytes(UTF_8));
    }

    private String effect(Jurisdiction jurisdiction, int number, boolean nothingToLift) {
        if (jurisdiction.isState() && number % 50 == 0) {
            return "autoriser";
        }
        String effect = dice.pick(List.of(
                "interdire",
                "interdire",
                "interdire",
                "exiger",
                "exiger",
                "obliger",
                "assortir",
                "deroger",
                "deroger"));
        return effect.equals("deroger") && nothingToLift ? "interdire" : effect;
    }

    private String period() {
        if (dice.chance(0.65)) {
            return "{du: 2020-01-01}";
        }
        LocalDate from = LocalDate.of(2025, 1, 1).plusDays(dice.between(0, 1_000));
        return "{du: %s, au: %s}".formatted(from, from.plusDays(dice.between(30, 700)));
    }

    /** Half are about a dataset, a quarter about a place, a quarter about a kind of data. */
    private String subject() {
        return switch (dice.between(0, 3)) {
            case 0, 1 -> "jeu.id: DS-%d, operation: %s".formatted(dice.between(0, 2_000), words("operation", 2));
            case 2 ->
                "lieu.site: SITE-%d, jeu.categories: %s"
                        .formatted(dice.between(0, 300), words("dataset.categories", 2));
            default ->
                "operation: %s, jeu.categories: %s, jeu.classification: %s, finalite: %s"
                        .formatted(
                                words("operation", 1),
                                words("dataset.categories", 1),
                                words("dataset.classification", 1),
                                words("purpose", 1));
        };
    }

    private List<String> words(String code, int count) {
        Fact fact = vocabulary.theFact(code);
        return dice.some(fact.words(), count).stream().map(FactWord::word).toList();
    }

    private static void line(StringBuilder file, String line) {
        file.append("    ").append(line).append('\n');
    }
}
