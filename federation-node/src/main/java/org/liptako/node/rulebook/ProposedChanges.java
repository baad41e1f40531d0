package org.liptako.node.rulebook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.rulebook.reading.BookDifference;
import org.liptako.node.rulebook.reading.EditionDifference;
import org.liptako.policy.edition.EditionLine;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Bilingual;

/** Says article by article what an edition that waits for signatures would change of the version in force. Thread-safe. */
public final class ProposedChanges {
    /** What a page holds. */
    private static final int MOST = 50;

    private final Jdbi jdbi;
    private final WaitingEditionStore store = new WaitingEditionStore();
    private final RuleSets ruleSets;
    private final Editions editions;
    private final HeldRules held;
    private final Clock clock;

    ProposedChanges(Jdbi jdbi, RuleSets ruleSets, Editions editions, Clock clock) {
        this.jdbi = jdbi;
        this.ruleSets = ruleSets;
        this.editions = editions;
        this.held = new HeldRules(ruleSets, editions);
        this.clock = clock;
    }

    /**
     * What it would change.
     *
     * @param language one of {@code Bilingual::fr} and {@code Bilingual::en}
     * @throws org.liptako.node.wire.Failure NOT_KNOWN if none waits under that digest
     */
    public EditionDifference of(String digest, Function<Bilingual, String> language) {
        SignedEdition whole = jdbi.withHandle(handle -> store.of(handle, digest)
                .orElseThrow(WaitingEditionStore::unknown)
                .signed(store.files(handle, digest)));
        HeldEdition waiting = WaitingEditionStore.read(whole);
        Jurisdiction jurisdiction = waiting.edition().jurisdiction();
        Instant now = clock.instant();
        EditionLine line = editions.lines().of(jurisdiction);
        Optional<HeldEdition> standing = line.inForce(now);
        // Before a book's first version, the rules in force say nothing of it.
        RuleSet before = standing.map(held::ruleSet)
                .orElseGet(() -> ruleSets.inForce(now).ruleSet());
        BookDifference difference =
                new BookDifference(before, proposed(waiting.edition(), whole.files(), line), jurisdiction, language);
        List<String> changed = difference.changed();
        List<String> shown = changed.subList(0, Math.min(MOST, changed.size()));
        return new EditionDifference(
                standing.map(HeldEdition::version).map(OptionalLong::of).orElseGet(OptionalLong::empty),
                difference.counts(),
                difference.same(),
                shown.stream().map(difference::change).toList(),
                changed.size() - shown.size());
    }

    private RuleSet proposed(RuleEdition edition, List<SourceFile> files, EditionLine line) {
        if (edition.restores().isPresent()) {
            return held.ruleSet(BookNames.version(
                    edition.jurisdiction(), line, edition.restores().getAsLong()));
        }
        return switch (RuleFiles.loadWhatThereIs(files, held.words(edition))) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected ->
                throw new IllegalStateException("An edition that waits was judged and cannot be loaded: "
                        + rejected.errors().getFirst().wording().en());
        };
    }
}
