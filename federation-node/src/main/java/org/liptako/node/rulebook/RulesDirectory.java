package org.liptako.node.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.rules.BasisStatus;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleFile;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Vocabulary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory that the node takes its rules from: whole and valid, or the node does not start. */
final class RulesDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(RulesDirectory.class);

    private final Path directory;
    private final boolean demonstration;

    RulesDirectory(Path directory, boolean demonstration) {
        this.directory = directory;
        this.demonstration = demonstration;
    }

    /** @throws UnusableRulesException if a file has a mistake, or a rule no legal value where it needs one */
    RuleSet load() {
        LoadResult result = new RuleLoader(Vocabulary.standard()).load(directory);
        result.warnings()
                .forEach(warning ->
                        LOG.warn("{}: {}", warning.where(), warning.wording().en()));
        return switch (result) {
            case LoadResult.Loaded loaded -> mustBeLaw(loaded.ruleSet());
            case LoadResult.Rejected rejected ->
                throw new UnusableRulesException("The rules in " + directory + " cannot be used: "
                        + rejected.errors().stream()
                                .map(error ->
                                        error.where() + ": " + error.wording().en())
                                .collect(Collectors.joining("; ")));
        };
    }

    private RuleSet mustBeLaw(RuleSet rules) {
        List<String> withoutValue = rules.rules().stream()
                .filter(rule -> standing(rule) != BasisStatus.PUBLIE)
                .map(Rule::id)
                .toList();
        if (!demonstration && !withoutValue.isEmpty()) {
            throw new UnusableRulesException(
                    "Rules without legal value cannot be in force here: "
                            + String.join(", ", withoutValue)
                            + ". Publish them (statut: publie), or mark the node as a demonstration (liptako.node.demonstration).");
        }
        return rules;
    }

    /** The least of a rule's legal bases: one that is only a draft makes the rule a draft. */
    private static BasisStatus standing(Rule rule) {
        return rule.legalBases().stream()
                .map(basis -> basis.status())
                .min(BasisStatus::compareTo)
                .orElse(BasisStatus.EXEMPLE);
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
                throw new UnusableRulesException("The rule file " + file.path() + " in " + directory
                        + " changed while it was read; start the node again once the rules are in place.");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The rule file " + file.path() + " in " + directory + " cannot be read.", e);
        }
    }
}
