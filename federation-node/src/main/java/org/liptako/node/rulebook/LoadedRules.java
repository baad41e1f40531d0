package org.liptako.node.rulebook;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.liptako.policy.edition.EditionFile;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.FileKind;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Loads the rules of one jurisdiction at a time, and keeps what it loaded last: rules that were weighed are not read again when they come back signed, nor an
 * edition that was judged when it is put in force, nor the other jurisdictions' beside it. Thread-safe.
 */
public final class LoadedRules {
    /** For each jurisdiction the rules before, now and next, and one that somebody weighs. */
    private static final int MOST = 16;

    private final Map<Source, Kept> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Kept> eldest) {
            return size() > MOST;
        }
    };

    /** Nothing is at hand at first. */
    public LoadedRules() {}

    private record Source(Jurisdiction jurisdiction, String vocabulary, List<EditionFile> files) {
        Source {
            files = files.stream()
                    .sorted(Comparator.comparing(EditionFile::path))
                    .toList();
        }
    }

    private record Kept(LoadResult.Loaded loaded, List<SourceFile> files) {}

    /**
     * One jurisdiction's rules, and the files that they were loaded from.
     *
     * @param compendium the same object for the same rules as long as they are kept
     */
    record Law(Compendium compendium, List<PublishedFile> files) {}

    /** What rule files say, read by a vocabulary, in a rule set whose other jurisdictions are silent. */
    synchronized LoadResult load(Jurisdiction jurisdiction, List<SourceFile> files, Vocabulary words) {
        Source source = new Source(
                jurisdiction,
                words.digest(),
                files.stream().map(EditionFile::of).toList());
        Kept known = kept.get(source);
        if (known != null) {
            return known.loaded();
        }
        LoadResult result = RuleFiles.load(Map.of(jurisdiction, files), words);
        if (result instanceof LoadResult.Loaded loaded) {
            kept.put(source, new Kept(loaded, List.copyOf(files)));
        }
        return result;
    }

    /**
     * The law that an edition makes, which was judged before.
     *
     * @param files its rule files, asked for where they are not at hand
     * @throws IllegalStateException if they cannot be loaded
     */
    synchronized Law law(RuleEdition edition, Vocabulary words, Supplier<List<SourceFile>> files) {
        Jurisdiction jurisdiction = edition.jurisdiction();
        Kept known = kept.get(new Source(
                jurisdiction,
                words.digest(),
                edition.files().stream()
                        .filter(file -> FileKind.of(file.path()) == FileKind.RULES)
                        .toList()));
        if (known != null) {
            return law(jurisdiction, known.loaded(), known.files());
        }
        List<SourceFile> fetched = files.get();
        return switch (load(jurisdiction, fetched, words)) {
            case LoadResult.Loaded loaded -> law(jurisdiction, loaded, fetched);
            case LoadResult.Rejected rejected ->
                throw new IllegalStateException("The edition in force of " + jurisdiction + " cannot be loaded: "
                        + rejected.errors().getFirst().where() + ": "
                        + rejected.errors().getFirst().wording().en());
        };
    }

    private static Law law(Jurisdiction jurisdiction, LoadResult.Loaded loaded, List<SourceFile> files) {
        return new Law(
                loaded.ruleSet().of(jurisdiction),
                files.stream()
                        .map(file -> new PublishedFile(file.path(), file.bytes()))
                        .toList());
    }
}
