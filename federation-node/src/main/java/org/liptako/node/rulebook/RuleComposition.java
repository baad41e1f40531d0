package org.liptako.node.rulebook;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.liptako.pki.name.State;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Puts the editions that are in force at an instant together to one rule set.
 *
 * <p>Before the node's own State and the AES both have one, nobody's rules count: the AES's silence must not be taken for its consent, and without any rule
 * the answer is {@code NO_PERMISSION}.
 */
final class RuleComposition {
    private final Jdbi jdbi;
    private final EditionStore store;
    private final LoadedRules rules;
    private final Jurisdiction own;

    RuleComposition(Jdbi jdbi, EditionStore store, LoadedRules rules, State own) {
        this.jdbi = jdbi;
        this.store = store;
        this.rules = rules;
        this.own = Jurisdiction.ofState(own.name()).orElseThrow();
    }

    /** Rules and the files that they were loaded from. */
    record Composed(RuleSet rules, Map<Jurisdiction, List<PublishedFile>> files) {}

    Composed at(EditionLines lines, Instant at) {
        Map<Jurisdiction, HeldEdition> inForce = lines.inForce(at);
        Vocabulary words = words(lines).inUse(inForce);
        Map<Jurisdiction, List<SourceFile>> files = new EnumMap<>(Jurisdiction.class);
        if (inForce.containsKey(own) && inForce.containsKey(Jurisdiction.AES)) {
            jdbi.useHandle(handle -> inForce.forEach((jurisdiction, held) ->
                    files.put(jurisdiction, store.files(handle, held.edition().ruleFiles()))));
        }
        Map<Jurisdiction, Compendium> compendia = new EnumMap<>(Jurisdiction.class);
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            compendia.put(jurisdiction, compendium(jurisdiction, files.getOrDefault(jurisdiction, List.of()), words));
        }
        return new Composed(new RuleSet(words, compendia), published(files));
    }

    /** The versions of the vocabulary that the editions held have published. */
    PublishedWords words(EditionLines lines) {
        return jdbi.withHandle(handle -> store.words(handle, lines));
    }

    private Compendium compendium(Jurisdiction jurisdiction, List<SourceFile> files, Vocabulary words) {
        LoadResult result = files.isEmpty() ? RuleFiles.load(Map.of(), words) : rules.load(jurisdiction, files, words);
        return switch (result) {
            case LoadResult.Loaded loaded -> loaded.ruleSet().of(jurisdiction);
            case LoadResult.Rejected rejected ->
                throw new IllegalStateException("The edition in force of " + jurisdiction + " cannot be loaded: "
                        + rejected.errors().getFirst().where() + ": "
                        + rejected.errors().getFirst().wording().en());
        };
    }

    private static Map<Jurisdiction, List<PublishedFile>> published(Map<Jurisdiction, List<SourceFile>> files) {
        Map<Jurisdiction, List<PublishedFile>> published = new EnumMap<>(Jurisdiction.class);
        files.forEach((jurisdiction, sources) -> published.put(
                jurisdiction,
                sources.stream()
                        .map(file -> new PublishedFile(file.path(), file.bytes()))
                        .toList()));
        return published;
    }
}
