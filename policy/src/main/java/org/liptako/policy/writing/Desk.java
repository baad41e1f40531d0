package org.liptako.policy.writing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleError;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * The rules that a new one is written beside. It reads the unfinished rule with them, by the loader itself, so that no answer is taken that
 * {@code rules check} would refuse.
 */
public final class Desk {
    /** Sorts after the files that are there, so that what two of them have in common is said of this one. */
    private static final String DRAFT = "\uFFFDnouvelle-regle.yaml";

    private static final Set<String> NOT_YET = Set.of("CONDITION_MISSING", "OBLIGATIONS_MISSING", "DEROGATION_MISSING");

    private final RuleLoader loader;
    private final List<SourceFile> files;
    private final List<SourceFile> added;
    private final RuleSet rules;

    private Desk(RuleLoader loader, List<SourceFile> files, List<SourceFile> added, RuleSet rules) {
        this.loader = loader;
        this.files = files;
        this.added = added;
        this.rules = rules;
    }

    /**
     * Lays out the rules of a directory. A jurisdiction that has no file yet gets one without rules.
     */
    public static Opening of(List<SourceFile> files, Vocabulary vocabulary) {
        RuleLoader loader = new RuleLoader(vocabulary);
        List<SourceFile> added = loader.load(files) instanceof LoadResult.Loaded
                ? List.of()
                : Jurisdiction.all().stream()
                        .filter(jurisdiction -> isMissing(jurisdiction, files, loader))
                        .map(Desk::empty)
                        .toList();
        return switch (loader.load(both(files, added))) {
            case LoadResult.Loaded loaded ->
                new Opening.Open(new Desk(loader, List.copyOf(files), added, loaded.ruleSet()));
            case LoadResult.Rejected rejected -> new Opening.Refused(rejected.errors());
        };
    }

    /** What became of laying out the rules: nothing is written beside rules that have errors. */
    public sealed interface Opening {

        record Open(Desk desk) implements Opening {}

        record Refused(List<RuleError> errors) implements Opening {
            public Refused {
                errors = List.copyOf(errors);
            }
        }
    }

    /** The rules that are there. */
    public RuleSet rules() {
        return rules;
    }

    /** The files that are there. */
    List<SourceFile> files() {
        return files;
    }

    /** The files without rules, of jurisdictions that had none. */
    public List<SourceFile> added() {
        return added;
    }

    /** What is wrong with the draft, as far as it goes. */
    List<Bilingual> mistakes(RuleDraft draft) {
        return switch (load(draft.filledUp())) {
            case LoadResult.Loaded loaded -> List.of();
            case LoadResult.Rejected rejected ->
                rejected.errors().stream()
                        .filter(error -> !NOT_YET.contains(error.code()))
                        .map(RuleError::wording)
                        .toList();
        };
    }

    /** The draft as the machine understands it, among the others. */
    Reading reading(RuleDraft draft) {
        return switch (load(draft.readable())) {
            case LoadResult.Loaded loaded ->
                new Reading(
                        loaded.ruleSet()
                                .rule(draft.id())
                                .orElseThrow(() -> new IllegalStateException("a draft that loads is there")),
                        loaded.ruleSet(),
                        loaded.warnings().stream().map(RuleError::wording).toList());
            case LoadResult.Rejected rejected ->
                throw new IllegalStateException("the draft was found right before it was read");
        };
    }

    /** What the machine understood. */
    record Reading(Rule rule, RuleSet rules, List<Bilingual> warnings) {}

    /** The rules with these files in place of those of the same name, and of no name yet. */
    LoadResult with(SourceFile changed) {
        return loader.load(Stream.concat(
                        both(files, added).stream().filter(file -> !file.path().equals(changed.path())),
                        Stream.of(changed))
                .toList());
    }

    private LoadResult load(RuleDraft draft) {
        String text = "recueil: " + draft.jurisdiction() + "\nregles:\n" + draft.item(2);
        return loader.load(both(both(files, added), List.of(new SourceFile(DRAFT, text.getBytes(UTF_8)))));
    }

    /** Whether the rules are right once all the others have a file, and would not be without. */
    private static boolean isMissing(Jurisdiction jurisdiction, List<SourceFile> files, RuleLoader loader) {
        List<SourceFile> others = Jurisdiction.all().stream()
                .filter(other -> other != jurisdiction)
                .map(Desk::empty)
                .map(file -> new SourceFile("\uFFFD" + file.path(), file.bytes()))
                .toList();
        return loader.load(both(files, others)) instanceof LoadResult.Rejected rejected
                && rejected.errors().stream().anyMatch(error -> error.code().equals("JURISDICTION_MISSING"));
    }

    private static SourceFile empty(Jurisdiction jurisdiction) {
        return new SourceFile(
                jurisdiction.name().toLowerCase(Locale.ROOT) + ".yaml",
                "recueil: %s\nregles: []\n".formatted(jurisdiction).getBytes(UTF_8));
    }

    private static List<SourceFile> both(List<SourceFile> some, List<SourceFile> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
