package org.liptako.node.rulebook;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liptako.policy.edition.EditionFile;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Loads the rules of one jurisdiction at a time, and keeps what it loaded last: an edition that was judged is not read again to be put in force, and neither
 * are the other jurisdictions' beside it. Thread-safe.
 */
final class LoadedRules {
    /** For each jurisdiction the rules before, now and next. */
    private static final int MOST = 12;

    private final Map<Source, LoadResult.Loaded> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, LoadResult.Loaded> eldest) {
            return size() > MOST;
        }
    };

    private record Source(Jurisdiction jurisdiction, String vocabulary, List<EditionFile> files) {}

    /** What these files say, read by a vocabulary, in a rule set whose other jurisdictions are silent. */
    synchronized LoadResult load(Jurisdiction jurisdiction, List<SourceFile> files, Vocabulary words) {
        Source source = new Source(
                jurisdiction,
                words.digest(),
                files.stream()
                        .map(EditionFile::of)
                        .sorted(Comparator.comparing(EditionFile::path))
                        .toList());
        LoadResult.Loaded known = kept.get(source);
        if (known != null) {
            return known;
        }
        LoadResult result = RuleFiles.load(Map.of(jurisdiction, files), words);
        if (result instanceof LoadResult.Loaded loaded) {
            kept.put(source, loaded);
        }
        return result;
    }
}
