package org.liptako.policy.generated;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/** Rule sets of as many rules of each jurisdiction as somebody measures, loaded from files as rules are. */
public final class NumberedRules {
    private NumberedRules() {}

    /** How one of the rules is written in its file. */
    @FunctionalInterface
    public interface Writing {
        String of(Jurisdiction jurisdiction, int number, Random random);
    }

    /** So many rules of each jurisdiction; the same for the same number. */
    public static RuleSet load(int ofEach, Writing rule) {
        Random random = new Random(ofEach);
        List<SourceFile> files = Jurisdiction.all().stream()
                .map(jurisdiction -> file(jurisdiction, ofEach, rule, random))
                .toList();
        return switch (new RuleLoader(Vocabulary.standard()).load(files)) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected ->
                throw new AssertionError(rejected.errors().getFirst());
        };
    }

    private static SourceFile file(Jurisdiction jurisdiction, int rules, Writing rule, Random random) {
        String body = IntStream.range(0, rules)
                .mapToObj(number -> rule.of(jurisdiction, number, random))
                .collect(Collectors.joining());
        return new SourceFile(
                jurisdiction + ".yaml", ("recueil: " + jurisdiction + "\nregles:\n" + body).getBytes(UTF_8));
    }
}
