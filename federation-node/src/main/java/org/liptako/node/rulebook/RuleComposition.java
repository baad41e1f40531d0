package org.liptako.node.rulebook;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.liptako.pki.name.State;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleSet;
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
        boolean complete = inForce.containsKey(own) && inForce.containsKey(Jurisdiction.AES);
        Map<Jurisdiction, Compendium> compendia = new EnumMap<>(Jurisdiction.class);
        Map<Jurisdiction, List<PublishedFile>> files = new EnumMap<>(Jurisdiction.class);
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            HeldEdition held = complete ? inForce.get(jurisdiction) : null;
            if (held == null) {
                compendia.put(jurisdiction, silence(jurisdiction, words));
            } else {
                LoadedRules.Law law = law(held.edition(), words);
                compendia.put(jurisdiction, law.compendium());
                files.put(jurisdiction, law.files());
            }
        }
        return new Composed(new RuleSet(words, compendia), files);
    }

    /** The versions of the vocabulary that the editions held have published. */
    PublishedWords words(EditionLines lines) {
        return jdbi.withHandle(handle -> store.words(handle, lines));
    }

    private LoadedRules.Law law(RuleEdition edition, Vocabulary words) {
        return rules.law(edition, words, () -> jdbi.withHandle(handle -> store.files(handle, edition.ruleFiles())));
    }

    private static Compendium silence(Jurisdiction jurisdiction, Vocabulary words) {
        return switch (RuleFiles.load(Map.of(), words)) {
            case LoadResult.Loaded loaded -> loaded.ruleSet().of(jurisdiction);
            case LoadResult.Rejected rejected ->
                throw new IllegalStateException(
                        rejected.errors().getFirst().wording().en());
        };
    }
}
