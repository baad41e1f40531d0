package org.liptako.node.rulebook;

import java.util.List;
import java.util.Map;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.FileKind;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * The rules of every edition held, of whatever day. Those by which the node judges are at hand; others are read from their files each time, so that who reads
 * old law takes no memory from, and puts no lock on, those who judge. Thread-safe.
 */
final class HeldRules {
    private final RuleSets ruleSets;
    private final Editions editions;

    HeldRules(RuleSets ruleSets, Editions editions) {
        this.ruleSets = ruleSets;
        this.editions = editions;
    }

    /** A rule set with an edition's rules; what it says of other jurisdictions is of no edition. */
    RuleSet ruleSet(HeldEdition held) {
        Jurisdiction jurisdiction = held.edition().jurisdiction();
        String digest = Compendium.digestOf(held.edition().ruleFiles());
        return ruleSets.timeline().stages().stream()
                .map(stage -> stage.rules().ruleSet())
                .filter(rules -> rules.of(jurisdiction).digest().equals(digest))
                .findFirst()
                .orElseGet(() -> read(held));
    }

    private RuleSet read(HeldEdition held) {
        List<SourceFile> files = editions.signed(held).files().stream()
                .filter(file -> FileKind.of(file.path()) == FileKind.RULES)
                .toList();
        return switch (RuleFiles.load(Map.of(held.edition().jurisdiction(), files), words(held.edition()))) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected ->
                throw new IllegalStateException("Edition " + held.edition().jurisdiction() + " " + held.version()
                        + " was taken and cannot be loaded: "
                        + rejected.errors().getFirst().wording().en());
        };
    }

    /** The words that an edition is written in, or the newest that are known. */
    Vocabulary words(RuleEdition edition) {
        List<Vocabulary> known = ruleSets.vocabularies();
        return known.stream()
                .filter(words -> words.digest().equals(edition.vocabulary()))
                .findFirst()
                .orElseGet(known::getLast);
    }
}
