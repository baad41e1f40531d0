package org.liptako.node.cli.rules;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.policy.schema.RuleSchema;
import org.liptako.policy.schema.ScenarioSchema;
import org.liptako.policy.vocabulary.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako rules schema}: the JSON Schema of rule files or of scenarios, made from the vocabulary, for editors. */
@Command(name = "schema")
final class RulesSchemaCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec
    private CommandSpec spec;

    @Option(names = "--scenarios", descriptionKey = "schemaScenarios")
    private boolean scenarios;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "schemaOut")
    private @Nullable Path file;

    @Option(names = "--vocabulary", paramLabel = "FILE", descriptionKey = "schemaVocabulary")
    private @Nullable Path vocabularyFile;

    RulesSchemaCommand() {}

    @Override
    public Integer call() {
        var vocabulary = vocabularyFile == null
                ? Vocabulary.standard()
                : new VocabularyFile("--vocabulary", vocabularyFile).vocabulary();
        var schema = scenarios ? ScenarioSchema.of(vocabulary) : RuleSchema.of(vocabulary);
        if (file == null) {
            Screen.of(spec).line(schema.toString());
        } else {
            write(schema, file);
        }
        return ExitCode.DONE;
    }

    /** With line feeds everywhere, so that the file is the same on every machine. */
    private static void write(ObjectNode schema, Path file) {
        var lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            Files.writeString(file, JSON.writer(lines).writeValueAsString(schema) + "\n");
        } catch (IOException unwritable) {
            throw CommandFailure.badInput(
                    "--out : " + file
                            + " ne peut pas être écrit ; donnez un fichier d'un dossier où vous pouvez écrire.",
                    "--out: " + file + " cannot be written; give a file in a directory that you may write to.");
        }
    }
}
