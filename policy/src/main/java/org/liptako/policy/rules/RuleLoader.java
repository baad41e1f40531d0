package org.liptako.policy.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liptako.policy.Sha256;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.vocabulary.VocabularyException;
import org.liptako.policy.yaml.Place;
import org.liptako.policy.yaml.YamlNode;
import org.liptako.policy.yaml.YamlReader;

/**
 * Loads a rules directory: all four jurisdictions or nothing, every mistake at once. Nothing in a file is ignored: what
 * the format does not know is an error. A {@code vocabulaire.yaml} among the files that is newer than the loader's vocabulary
 * takes its place for all of them. Thread-safe.
 */
public final class RuleLoader {

    static final int MOST_RULES = 200_000;

    private static final List<String> KEYS = List.of("recueil", "regles");

    private final Vocabulary vocabulary;
    private final YamlReader yaml = new YamlReader();

    public RuleLoader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Loads a directory and all its folders. */
    public LoadResult load(Path directory) {
        Findings findings = new Findings();
        return load(new RuleDirectory(directory, findings).files(FileKind.RULES), findings);
    }

    /** Loads files that are in memory. */
    public LoadResult load(List<SourceFile> files) {
        return load(files, new Findings());
    }

    private LoadResult load(List<SourceFile> files, Findings findings) {
        if (findings.hasErrors()) {
            return new LoadResult.Rejected(findings.errors(), findings.warnings());
        }
        Reading reading = new Reading(words(files, findings), findings);
        files.stream().sorted(Comparator.comparing(SourceFile::path)).forEach(reading::file);
        return reading.result();
    }

    /** One vocabulary for all files: rules are never judged by a mix. */
    private Vocabulary words(List<SourceFile> files, Findings findings) {
        List<SourceFile> published = files.stream()
                .filter(file -> FileKind.of(file.path()) == FileKind.VOCABULARY)
                .toList();
        if (published.isEmpty()) {
            return vocabulary;
        }
        SourceFile first = published.getFirst();
        published.stream()
                .skip(1)
                .forEach(other -> findings.in(other.path())
                        .error(Place.START, DirectoryMistake.TWO_VOCABULARIES, Quoted.of(first.path())));
        try {
            return vocabulary.orNewer(first.bytes());
        } catch (VocabularyException refused) {
            findings.in(first.path()).error(Place.START, DirectoryMistake.VOCABULARY, refused.wording());
            return vocabulary;
        }
    }

    /** One loading. */
    private final class Reading {

        private final Vocabulary vocabulary;
        private final Findings findings;
        private final Map<Jurisdiction, List<RuleFile>> files = new EnumMap<>(Jurisdiction.class);
        private final List<DraftRule> drafts = new ArrayList<>();
        private boolean unassigned;
        private boolean incomplete;

        private Reading(Vocabulary vocabulary, Findings findings) {
            this.vocabulary = vocabulary;
            this.findings = findings;
        }

        private void file(SourceFile file) {
            Findings.OfFile ofFile = findings.in(file.path());
            switch (FileKind.of(file.path())) {
                case RULES -> rules(file, ofFile);
                case SCENARIOS, README, VOCABULARY -> {}
                case MISNAMED_SCENARIOS -> ofFile.error(Place.START, DirectoryMistake.SCENARIO_NAME);
                case FOREIGN -> ofFile.error(Place.START, DirectoryMistake.FOREIGN_FILE);
            }
        }

        private void rules(SourceFile file, Findings.OfFile ofFile) {
            Shapes shapes = new Shapes(ofFile);
            Optional<Fields> fields = yaml.read(file.bytes(), ofFile).flatMap(root -> keys(root, ofFile));
            Optional<Jurisdiction> jurisdiction = fields.flatMap(there -> jurisdiction(there, shapes));
            if (jurisdiction.isEmpty()) {
                unassigned = true;
                incomplete = true;
                return;
            }
            files.computeIfAbsent(jurisdiction.get(), key -> new ArrayList<>())
                    .add(new RuleFile(file.path(), Sha256.hex(file.bytes())));
            RuleReader reader = new RuleReader(vocabulary, jurisdiction.get(), ofFile);
            List<YamlNode> rules = fields.flatMap(there -> there.require("regles"))
                    .flatMap(node -> shapes.listOrNone(node, "regles"))
                    .orElse(List.of());
            for (YamlNode rule : rules) {
                if (drafts.size() == MOST_RULES) {
                    ofFile.error(rule.place(), DirectoryMistake.TOO_MANY_RULES, MOST_RULES);
                    return;
                }
                reader.read(rule).ifPresentOrElse(drafts::add, () -> incomplete = true);
            }
        }

        private Optional<Fields> keys(YamlNode root, Findings.OfFile ofFile) {
            if (root instanceof YamlNode.Mapping map) {
                return Optional.of(Fields.of(map, KEYS, ofFile));
            }
            ofFile.error(root.place(), RuleMistake.NOT_A_FILE_OF_RULES);
            return Optional.empty();
        }

        private Optional<Jurisdiction> jurisdiction(Fields fields, Shapes shapes) {
            return fields.require("recueil")
                    .flatMap(node -> shapes.text(node, "recueil"))
                    .flatMap(code -> {
                        Optional<Jurisdiction> known = Jurisdiction.of(code.text());
                        if (known.isEmpty()) {
                            shapes.findings()
                                    .error(code.place(), RuleMistake.UNKNOWN_JURISDICTION, Quoted.of(code.text()));
                        }
                        return known;
                    });
        }

        private LoadResult result() {
            for (Jurisdiction jurisdiction : Jurisdiction.all()) {
                // A file whose recueil could not be read may be the one that seems to be missing.
                if (!files.containsKey(jurisdiction) && !unassigned) {
                    findings.in(".")
                            .error(Place.START, DirectoryMistake.JURISDICTION_MISSING, jurisdiction, jurisdiction);
                }
            }
            new DerogationCheck(!incomplete).check(drafts);
            return findings.hasErrors()
                    ? new LoadResult.Rejected(findings.errors(), findings.warnings())
                    : new LoadResult.Loaded(ruleSet(), findings.warnings(), places());
        }

        private Map<String, RulePlace> places() {
            return drafts.stream()
                    .collect(Collectors.toUnmodifiableMap(
                            draft -> draft.id().text(),
                            draft -> new RulePlace(
                                    draft.findings().file(), draft.id().place())));
        }

        private RuleSet ruleSet() {
            Map<Jurisdiction, Compendium> compendia = new EnumMap<>(Jurisdiction.class);
            for (Jurisdiction jurisdiction : Jurisdiction.all()) {
                List<Rule> rules = drafts.stream()
                        .filter(draft -> draft.jurisdiction() == jurisdiction)
                        .map(draft -> Objects.requireNonNull(draft.rule(), "a rule without error is whole"))
                        .toList();
                compendia.put(
                        jurisdiction, Compendium.of(jurisdiction, rules, files.getOrDefault(jurisdiction, List.of())));
            }
            return new RuleSet(vocabulary, compendia);
        }
    }
}
