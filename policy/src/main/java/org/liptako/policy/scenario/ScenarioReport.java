package org.liptako.policy.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.liptako.policy.explain.ConditionWords;
import org.liptako.policy.explain.FrenchText;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;

/** What a run of scenarios shows, for a legal officer to read: each failure with its reason, then what no scenario has reached. */
public final class ScenarioReport {

    private final RuleSet rules;
    private final List<ScenarioResult> results;
    private final List<Bilingual> lines = new ArrayList<>();

    private ScenarioReport(RuleSet rules, List<ScenarioResult> results) {
        this.rules = rules;
        this.results = results;
    }

    /** The lines of the report. */
    public static List<Bilingual> of(RuleSet rules, List<ScenarioResult> results) {
        ScenarioReport report = new ScenarioReport(rules, results);
        report.files();
        report.coverage(Coverage.of(rules, results));
        report.summary();
        return report.lines;
    }

    private void files() {
        var byFile = results.stream()
                .collect(Collectors.groupingBy(result -> result.scenario().file(), TreeMap::new, Collectors.toList()));
        byFile.forEach((file, ofFile) -> {
            long passed = ofFile.stream().filter(ScenarioResult::passed).count();
            say("%s : %d essais sur %d réussis", "%s: %d scenarios of %d passed", file, passed, ofFile.size());
            ofFile.stream().filter(result -> !result.passed()).forEach(this::failure);
        });
    }

    private void failure(ScenarioResult result) {
        say(
                "  ÉCHEC %s « %s »",
                "  FAILED %s \"%s\"",
                result.scenario().where(),
                result.scenario().name());
        result.mismatches().forEach(mismatch -> say("    %s", "    %s", mismatch));
    }

    private void coverage(Coverage coverage) {
        List<Rule> undecided = coverage.undecided();
        int all = rules.rules().size();
        say("", "");
        say(
                "Règles qui ont décidé au moins une fois : %d sur %d",
                "Rules that decided at least once: %d of %d", all - undecided.size(), all);
        undecided.forEach(rule -> say("  jamais : %s (%s)", "  never: %s (%s)", rule.id(), rule.title()));
        List<Coverage.Gap> gaps = coverage.gaps();
        say(
                "Conditions vues et vraies et fausses : %d sur %d",
                "Conditions seen both true and false: %d of %d", coverage.forms() - gaps.size(), coverage.forms());
        gaps.forEach(gap -> say(
                "  %s : %s : %s", "  %s: %s: %s", gap.rule().id(), seen(gap), ConditionWords.inLine(gap.condition())));
    }

    private static Bilingual seen(Coverage.Gap gap) {
        if (gap.everTrue()) {
            return new Bilingual("jamais fausse", "never false");
        }
        return gap.everFalse()
                ? new Bilingual("jamais vraie", "never true")
                : new Bilingual("jamais essayée", "never tried");
    }

    private void summary() {
        long failed = results.stream().filter(result -> !result.passed()).count();
        say("", "");
        if (failed == 0) {
            say("%d essais, tous réussis.", "%d scenarios, all passed.", results.size());
        } else {
            say("%d essais, %d en échec.", "%d scenarios, %d failed.", results.size(), failed);
        }
    }

    private void say(String fr, String en, Object... arguments) {
        Bilingual line = new Bilingual(fr, en).with(arguments);
        lines.add(new Bilingual(FrenchText.of(line.fr()), line.en()));
    }
}
