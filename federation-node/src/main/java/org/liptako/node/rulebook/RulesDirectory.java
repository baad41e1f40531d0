package org.liptako.node.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liptako.node.config.ConfigException;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.rules.FileKind;
import org.liptako.policy.rules.Findings;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleDirectory;
import org.liptako.policy.rules.RuleError;
import org.liptako.policy.rules.RuleFile;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Vocabulary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory of unsigned files that a demonstration takes its rules from: whole and valid, or the node does not start. */
final class RulesDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(RulesDirectory.class);

    private static final int MOST_TOLD = 5;

    private final Path directory;

    RulesDirectory(Path directory) {
        this.directory = directory;
    }

    /** @throws ConfigException if a file has a mistake */
    RuleSet load() {
        LoadResult result = new RuleLoader(Vocabulary.standard()).load(directory);
        result.warnings()
                .forEach(warning ->
                        LOG.warn("{}: {}", warning.where(), warning.wording().en()));
        return switch (result) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected -> throw unusable(rejected.errors());
        };
    }

    /** The vocabulary that lies beside the rules, if one does. */
    List<SourceFile> vocabulary() {
        return new RuleDirectory(directory, new Findings())
                .files(FileKind.RULES).stream()
                        .filter(file -> FileKind.of(file.path()) == FileKind.VOCABULARY)
                        .toList();
    }

    /** The files that a rule set was read from, again; each must still be what it was. */
    Map<Jurisdiction, List<PublishedFile>> files(RuleSet rules) {
        Map<Jurisdiction, List<PublishedFile>> files = new EnumMap<>(Jurisdiction.class);
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            List<PublishedFile> published = new ArrayList<>();
            for (RuleFile file : rules.of(jurisdiction).files()) {
                published.add(new PublishedFile(file.path(), read(file)));
            }
            files.put(jurisdiction, List.copyOf(published));
        }
        return files;
    }

    private byte[] read(RuleFile file) {
        try {
            byte[] bytes = Files.readAllBytes(directory.resolve(file.path()));
            if (!Digest.over(bytes).hex().equals(file.sha256())) {
                throw refused(
                        "le fichier " + file.path() + " a changé pendant sa lecture ; redémarrez le nœud une fois les"
                                + " règles en place",
                        "the file " + file.path() + " changed while it was read; start the node again once the rules"
                                + " are in place");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The rule file " + file.path() + " in " + directory + " cannot be read.", e);
        }
    }

    private ConfigException unusable(List<RuleError> errors) {
        return refused(
                words(errors, Bilingual::fr) + " Tout voir : liptako rules check --rules " + directory,
                words(errors, Bilingual::en) + " To see all: liptako rules check --rules " + directory);
    }

    /** The first ones; whoever mends them sees the next. */
    private static String words(List<RuleError> errors, Function<Bilingual, String> language) {
        return errors.stream()
                .limit(MOST_TOLD)
                .map(error -> error.where() + ": " + language.apply(error.wording()))
                .collect(Collectors.joining(" "));
    }

    private ConfigException refused(String french, String english) {
        return new ConfigException(
                "liptako.rules.dir (" + directory + ") : " + french + ".",
                "liptako.rules.dir (" + directory + "): " + english + ".");
    }
}
