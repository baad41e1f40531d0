package org.liptako.node.cli.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.liptako.node.cli.CommandFailure;
import org.liptako.policy.rules.FileKind;
import org.liptako.policy.rules.Findings;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleDirectory;
import org.liptako.policy.rules.RuleError;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.writing.Desk;

/** A directory of rule files that was named on the command line, under the option that named it. */
record RulesDirectory(String option, Path path) {

    /** What became of loading it. */
    LoadResult load() {
        return load(Vocabulary.standard());
    }

    private LoadResult load(Vocabulary words) {
        mustBeThere();
        return new RuleLoader(words).load(path);
    }

    /** The rule set, for a command that cannot work without. */
    RuleSet ruleSet() {
        return ruleSet(Vocabulary.standard());
    }

    /** The same, read by a vocabulary or by a newer one that lies beside the rules. */
    RuleSet ruleSet(Vocabulary words) {
        return switch (load(words)) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected -> throw refused(rejected.errors());
        };
    }

    /** The rule files as they lie, whichever jurisdictions they are of. */
    List<SourceFile> files() {
        mustBeThere();
        var findings = new Findings();
        var files = new RuleDirectory(path, findings).files(FileKind.RULES);
        if (findings.hasErrors()) {
            throw refused(findings.errors());
        }
        return files;
    }

    /** The vocabulary that lies beside the rules; none where they are written in the product's own. */
    List<SourceFile> vocabularyFiles() {
        return files().stream()
                .filter(file -> FileKind.of(file.path()) == FileKind.VOCABULARY)
                .toList();
    }

    /** The rules as they lie, to write a new one beside them; jurisdictions that have no file yet are no mistake here. */
    Desk desk() {
        return switch (Desk.of(files(), Vocabulary.standard())) {
            case Desk.Opening.Open open -> open.desk();
            case Desk.Opening.Refused refused -> throw refused(refused.errors());
        };
    }

    private static CommandFailure refused(List<RuleError> errors) {
        var first = errors.getFirst();
        int others = errors.size() - 1;
        return CommandFailure.badInput(
                first.where() + " : " + first.wording().fr()
                        + (others == 0
                                ? ""
                                : " (et " + others + (others == 1 ? " autre" : " autres")
                                        + " ; voir « liptako rules check »)"),
                first.where() + ": " + first.wording().en()
                        + (others == 0 ? "" : " (and " + others + " more; see \"liptako rules check\")"));
    }

    private void mustBeThere() {
        if (!Files.isDirectory(path)) {
            throw CommandFailure.badInput(
                    option + " : " + path + " n'est pas un dossier ; donnez celui des fichiers de règles.",
                    option + ": " + path + " is not a directory; give the one with the rule files.");
        }
    }
}
