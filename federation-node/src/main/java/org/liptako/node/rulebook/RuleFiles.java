package org.liptako.node.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/** Loads rule files jurisdiction by jurisdiction. One that has none has no rules, in so many words. */
final class RuleFiles {
    private RuleFiles() {}

    static LoadResult load(Map<Jurisdiction, List<SourceFile>> files) {
        List<SourceFile> all = new ArrayList<>();
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            all.addAll(files.getOrDefault(jurisdiction, List.of(none(jurisdiction))));
        }
        return new RuleLoader(Vocabulary.standard()).load(all);
    }

    /** Loads files whose jurisdictions are not known yet; those that have none have no rules. */
    static LoadResult loadWhatThereIs(List<SourceFile> files) {
        List<SourceFile> all = new ArrayList<>(files);
        Jurisdiction.all().forEach(jurisdiction -> all.add(none(jurisdiction)));
        return new RuleLoader(Vocabulary.standard()).load(all);
    }

    private static SourceFile none(Jurisdiction jurisdiction) {
        return new SourceFile(
                jurisdiction + "-sans-edition.yaml", ("recueil: " + jurisdiction + "\nregles: []\n").getBytes(UTF_8));
    }
}
