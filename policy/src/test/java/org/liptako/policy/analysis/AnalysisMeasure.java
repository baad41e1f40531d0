package org.liptako.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.liptako.policy.analysis.question.Flips;
import org.liptako.policy.analysis.question.Question;
import org.liptako.policy.analysis.question.Study;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.generated.Decrees;
import org.liptako.policy.generated.GeneratedRules;
import org.liptako.policy.hosting.KindsOfPlaces;
import org.liptako.policy.rules.RuleSet;

/**
 * Every analysis of 1,000 rules a State, and as many of the Alliance: decrees as law piles them up, and rules drawn at random, of which nearly
 * every two collide. Each question by itself, then all as {@code rules analyse} asks them, into {@code target/measures/analysis.md}.
 */
@Tag("measure")
class AnalysisMeasure {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-31T00:00:00Z");
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final int CORES = 2;

    private final List<String> rows = new ArrayList<>(
            List.of("| rules | what | findings | time (s) | processor time (s) |", "|---|---|---|---|---|"));

    @Test
    void ofAThousandRulesAState() throws IOException, FactsException {
        Duration decrees = all("decrees", Decrees.of(7, 1_000));
        Duration random = all("at random", GeneratedRules.ruleSet(7, 3_500));
        Files.write(Files.createDirectories(Path.of("target", "measures")).resolve("analysis.md"), rows);

        // On two cores that do nothing else. What other processes take of them does not count here.
        assertThat(List.of(decrees, random)).allMatch(used -> used.compareTo(MOST.multipliedBy(CORES)) < 0);
    }

    /** The processor time of all questions together. */
    private Duration all(String kind, RuleSet rules) throws FactsException {
        String name = String.format(Locale.ROOT, "%,d %s", rules.rules().size(), kind);
        CompiledEngine engine = new CompiledEngine(rules);
        for (Question question : Question.all()) {
            measure(
                    name,
                    question.getClass().getSimpleName(),
                    () -> question.ask(new Study(engine, rules, FROM)).size());
        }
        measure(name, "Flips", () -> new Flips(rules).between(FROM, UNTIL).size());
        KindsOfPlaces places = new KindsOfPlaces(rules, new FactsReader(rules.vocabulary()).read("""
                        {"at": "2026-01-01T00:00:00Z", "operation": "STORE", "dataset":
                         {"home": "ML", "classification": "INTERNAL", "categories": ["LAND"], "personal": "NONE"}}"""));
        Duration hosts = measure(name, "KindsOfPlaces", () -> places.answers().size());
        return measure(
                        name,
                        "all",
                        () -> RuleSetAnalysis.between(rules, FROM, UNTIL).size())
                .plus(hosts);
    }

    private Duration measure(String rules, String what, IntSupplier asked) {
        long begun = System.nanoTime();
        long used = processorNanos();
        int findings = asked.getAsInt();
        Duration processor = Duration.ofNanos(processorNanos() - used);
        double seconds = (System.nanoTime() - begun) / 1e9;
        rows.add(String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %.1f | %.1f |",
                rules,
                what,
                findings,
                seconds,
                processor.toMillis() / 1e3));
        return processor;
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
