package org.liptako.policy.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsBuilder;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.rules.Fields;
import org.liptako.policy.rules.FileKind;
import org.liptako.policy.rules.Findings;
import org.liptako.policy.rules.RuleDirectory;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.yaml.Place;
import org.liptako.policy.yaml.YamlNode;
import org.liptako.policy.yaml.YamlReader;

/** Loads the {@code *.essais.yaml} files of a rules directory: all scenarios or every mistake at once. Thread-safe. */
public final class ScenarioLoader {

    private static final int MOST_SCENARIOS = 100_000;

    private static final List<String> KEYS = List.of("bases", "essais", "matrices");
    private static final List<String> SCENARIO_KEYS =
            List.of("nom", "date", ScenarioFields.INHERITS, ScenarioFields.FACTS, ScenarioFields.WITHOUT, "attendu");
    private static final List<String> BASE_KEYS =
            List.of(ScenarioFields.INHERITS, ScenarioFields.FACTS, ScenarioFields.WITHOUT);

    private final Vocabulary vocabulary;
    private final YamlReader yaml = new YamlReader();

    public ScenarioLoader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Loads the scenarios of a directory and all its folders. */
    public ScenarioLoad load(Path directory) {
        Findings findings = new Findings();
        List<SourceFile> files = new RuleDirectory(directory, findings)
                .files(FileKind.SCENARIOS).stream()
                        .filter(file -> FileKind.of(file.path()) == FileKind.SCENARIOS)
                        .toList();
        return findings.hasErrors() ? new ScenarioLoad.Rejected(findings.errors()) : load(files);
    }

    /** Loads files that are in memory. */
    public ScenarioLoad load(List<SourceFile> files) {
        Findings findings = new Findings();
        Bases bases = new Bases();
        List<Draft> drafts = new ArrayList<>();
        files.stream()
                .sorted(Comparator.comparing(SourceFile::path))
                .forEach(file -> read(file, findings.in(file.path()), bases, drafts));
        if (drafts.size() > MOST_SCENARIOS) {
            findings.in(".").error(Place.START, ScenarioMistake.TOO_MANY_SCENARIOS, MOST_SCENARIOS);
        }
        List<Scenario> scenarios = findings.hasErrors()
                ? List.of()
                : drafts.stream()
                        .map(draft -> scenario(draft, bases))
                        .flatMap(Optional::stream)
                        .toList();
        return findings.hasErrors() ? new ScenarioLoad.Rejected(findings.errors()) : new ScenarioLoad.Loaded(scenarios);
    }

    private void read(SourceFile file, Findings.OfFile findings, Bases bases, List<Draft> drafts) {
        ScenarioFields reading = new ScenarioFields(vocabulary, findings);
        Optional<YamlNode> root = yaml.read(file.bytes(), findings);
        if (root.isEmpty()) {
            return;
        }
        if (!(root.get() instanceof YamlNode.Mapping map)) {
            findings.error(root.get().place(), ScenarioMistake.NOT_A_FILE_OF_SCENARIOS);
            return;
        }
        reading.shapes().fields(map, "essais", KEYS).ifPresent(fields -> read(fields, reading, bases, drafts));
    }

    private static void read(Fields fields, ScenarioFields reading, Bases bases, List<Draft> drafts) {
        fields.get("bases")
                .flatMap(node -> reading.shapes().map(node, "bases"))
                .ifPresent(named -> named.entries().forEach(base -> base(base, reading, bases)));
        items(fields, "essais", reading).forEach(node -> scenario(node, reading).ifPresent(drafts::add));
        items(fields, "matrices", reading).forEach(node -> drafts.addAll(new MatrixReader(reading).read(node)));
    }

    private static List<YamlNode> items(Fields fields, String key, ScenarioFields reading) {
        return fields.get(key).flatMap(node -> reading.shapes().list(node, key)).orElse(List.of());
    }

    private static void base(YamlNode.Entry base, ScenarioFields reading, Bases bases) {
        String name = base.key().text();
        reading.shapes()
                .fields(base.value(), name, BASE_KEYS)
                .ifPresent(fields ->
                        bases.add(name, reading.settings(fields), base.key().place(), reading.findings()));
    }

    private static Optional<Draft> scenario(YamlNode node, ScenarioFields reading) {
        return reading.shapes().fields(node, "essais", SCENARIO_KEYS).flatMap(fields -> {
            var name = reading.name(fields);
            var at = reading.date(fields);
            var settings = reading.settings(fields);
            var expectation = fields.require("attendu").flatMap(reading::expectation);
            return name.isEmpty() || at.isEmpty() || expectation.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Draft(
                            name.get(), node.place(), reading.findings(), at.get(), settings, expectation.get()));
        });
    }

    private Optional<Scenario> scenario(Draft draft, Bases bases) {
        return bases.resolve(draft.settings(), draft.place(), draft.findings()).flatMap(facts -> {
            FactsBuilder builder = Facts.builder(vocabulary).at(draft.at());
            FactSettings.write(facts, builder);
            try {
                return Optional.of(new Scenario(
                        draft.name(), draft.findings().file(), draft.place(), builder.build(), draft.expectation()));
            } catch (FactsException refused) {
                draft.findings().error(draft.place(), ScenarioMistake.DOCUMENT_REFUSED, refused.wording());
                return Optional.empty();
            }
        });
    }
}
