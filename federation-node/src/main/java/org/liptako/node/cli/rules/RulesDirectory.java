package org.liptako.node.cli.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import org.liptako.node.cli.CommandFailure;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Vocabulary;

/** A directory of rule files that was named on the command line, under the option that named it. */
record RulesDirectory(String option, Path path) {

    /** What became of loading it. */
    LoadResult load() {
        if (!Files.isDirectory(path)) {
            throw CommandFailure.badInput(
                    option + " : " + path + " n'est pas un dossier ; donnez celui des fichiers de règles.",
                    option + ": " + path + " is not a directory; give the one with the rule files.");
        }
        return new RuleLoader(Vocabulary.standard()).load(path);
    }

    /** The rule set, for a command that cannot work without. */
    RuleSet ruleSet() {
        return switch (load()) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected -> {
                var first = rejected.errors().getFirst();
                int others = rejected.errors().size() - 1;
                throw CommandFailure.badInput(
                        first.where() + " : " + first.wording().fr() + " (et " + others
                                + " autres ; voir « liptako rules check »)",
                        first.where() + ": " + first.wording().en() + " (and " + others
                                + " more; see \"liptako rules check\")");
            }
        };
    }
}
