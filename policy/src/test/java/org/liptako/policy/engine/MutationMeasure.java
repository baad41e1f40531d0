package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pitest.mutationtest.DetectionStatus;
import org.pitest.mutationtest.config.PluginServices;
import org.pitest.mutationtest.config.ReportOptions;
import org.pitest.mutationtest.statistics.MutationStatistics;
import org.pitest.mutationtest.tooling.AnalysisResult;
import org.pitest.mutationtest.tooling.EntryPoint;
import org.pitest.testapi.TestGroupConfig;
import org.pitest.util.Glob;
import org.pitest.util.Verbosity;

/**
 * Faults put by PIT into the evaluator and into the compiler of rules to OPA's data: how many do the tests without OPA notice? Into
 * {@code target/measures/mutation.md}; each fault that nothing noticed is in {@code target/measures/mutation/mutations.csv}.
 *
 * <p>Run here and not by PIT's Maven plugin, which takes the JDK that Maven runs on, an older one than ours.
 */
@Tag("measure")
class MutationMeasure {
    private static final int LEAST_PERCENT = 85;
    private static final Path MEASURES = Path.of("target", "measures");
    private static final Path REPORT = MEASURES.resolve("mutation");

    private static final List<String> FAULTY = List.of(
            "org.liptako.policy.engine.*",
            "org.liptako.policy.opa.OpaData*",
            "org.liptako.policy.opa.OpaForms*",
            "org.liptako.policy.opa.OpaLevels*",
            "org.liptako.policy.opa.OpaRuleSets*",
            "org.liptako.policy.opa.OpaShelves*");
    private static final List<String> TESTS =
            List.of("org.liptako.policy.engine.*Test", "org.liptako.policy.opa.*Test");

    @Test
    void faultsAreNoticed() throws IOException {
        AnalysisResult result = new EntryPoint()
                .execute(new File("").getAbsoluteFile(), options(), PluginServices.makeForContextLoader(), Map.of());

        assertThat(result.getError()).isEmpty();
        MutationStatistics found = result.getStatistics().orElseThrow().getMutationStatistics();
        Files.writeString(
                Files.createDirectories(MEASURES).resolve("mutation.md"),
                table(found, Files.readAllLines(REPORT.resolve("mutations.csv"))));
        assertThat(found.getTotalMutations()).isPositive();
        assertThat(found.getPercentageDetected()).isGreaterThanOrEqualTo(LEAST_PERCENT);
    }

    private static ReportOptions options() {
        ReportOptions options = new ReportOptions();
        options.setTargetClasses(FAULTY);
        options.setTargetTests(Glob.toGlobPredicates(TESTS));
        options.setCodePaths(
                List.of(Path.of("target", "classes").toAbsolutePath().toString()));
        options.setSourceDirs(List.of(Path.of("src", "main", "java")));
        options.setClassPathElements(Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(classPath())
                .toList());
        options.setReportDir(REPORT.toString());
        options.setShouldCreateTimestampedReports(false);
        options.addOutputFormats(List.of("CSV"));
        options.setGroupConfig(new TestGroupConfig());
        options.setNumberOfThreads(2);
        options.setVerbosity(Verbosity.NO_SPINNER);
        return options;
    }

    /** Failsafe starts its Java with a jar that only names the class path. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String table(MutationStatistics found, List<String> faults) {
        StringJoiner kinds = new StringJoiner(", ");
        for (DetectionStatus status : DetectionStatus.values()) {
            long such = faults.stream()
                    .filter(fault -> fault.contains("," + status + ","))
                    .count();
            if (such > 0) {
                kinds.add(such + " " + status);
            }
        }
        return String.format(
                Locale.ROOT,
                "%,d faults, %,d noticed (%d %%): %s; %,d tests run%n",
                found.getTotalMutations(),
                found.getTotalDetectedMutations(),
                found.getPercentageDetected(),
                kinds,
                found.getNumberOfTestsRun());
    }
}
