package org.liptako.node.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleFile;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/** Loads rule files jurisdiction by jurisdiction. One that has none has no rules, in so many words. */
public final class RuleFiles {
    private RuleFiles() {}

    /** One rule set of the files of all four, in the words of a vocabulary or of a newer one among the files. */
    public static LoadResult load(Map<Jurisdiction, List<SourceFile>> files, Vocabulary words) {
        List<SourceFile> all = new ArrayList<>();
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            all.addAll(present(files.getOrDefault(jurisdiction, List.of()), jurisdiction));
        }
        return new RuleLoader(words).load(all);
    }

    /** Loads files whose jurisdictions are not known yet; those that have none have no rules. */
    static LoadResult loadWhatThereIs(List<SourceFile> files, Vocabulary words) {
        List<SourceFile> all = new ArrayList<>(files);
        Jurisdiction.all().forEach(jurisdiction -> all.add(none(jurisdiction)));
        return new RuleLoader(words).load(all);
    }

    private static List<SourceFile> present(List<SourceFile> files, Jurisdiction jurisdiction) {
        return files.isEmpty() ? List.of(none(jurisdiction)) : files;
    }

    /** The digest over the rules of a jurisdiction that has none. */
    static Digest digestOfNone(Jurisdiction jurisdiction) {
        SourceFile none = none(jurisdiction);
        return Digest.ofHex(Compendium.digestOf(
                List.of(new RuleFile(none.path(), Digest.over(none.bytes()).hex()))));
    }

    private static SourceFile none(Jurisdiction jurisdiction) {
        return new SourceFile(
                jurisdiction + "-sans-edition.yaml", ("recueil: " + jurisdiction + "\nregles: []\n").getBytes(UTF_8));
    }
}
