package org.liptako.node.cli.rules;

import java.nio.file.Path;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.writing.Desk;
import picocli.CommandLine.Option;

/** Which rules a command works on. */
final class RulesOptions {
    @Option(names = "--rules", required = true, paramLabel = "DIR", descriptionKey = "rulesDirectory")
    private Path directory;

    RulesOptions() {}

    /** What became of loading them. */
    LoadResult load() {
        return new RulesDirectory("--rules", directory).load();
    }

    /** The rule set, for a command that cannot work without. */
    RuleSet ruleSet() {
        return new RulesDirectory("--rules", directory).ruleSet();
    }

    /** The rules as they lie, for a command that writes a new one beside them; a jurisdiction may still have no file. */
    Desk desk() {
        return new RulesDirectory("--rules", directory).desk();
    }

    Path directory() {
        return directory;
    }
}
