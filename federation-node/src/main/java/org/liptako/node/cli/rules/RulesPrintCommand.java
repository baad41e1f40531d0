package org.liptako.node.cli.rules;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.paper.PdfFile;
import org.liptako.policy.calendar.DayWords;
import org.liptako.policy.document.RuleDocument;
import org.liptako.policy.rules.Jurisdiction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code liptako rules print}: the rule set as a document to sign, HTML or PDF by the file's name. */
@Command(name = "print")
final class RulesPrintCommand implements Callable<Integer> {
    @Mixin
    private RulesOptions rules;

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "printOut")
    private Path file;

    @Option(names = "--on", required = true, paramLabel = "DAY", descriptionKey = "printOn")
    private String day;

    @Option(names = "--jurisdiction", paramLabel = "CODE", descriptionKey = "printJurisdiction")
    private @Nullable String jurisdiction;

    @Option(names = "--language", paramLabel = "fr|en", defaultValue = "fr", descriptionKey = "reportLanguage")
    private ReportLanguage language;

    RulesPrintCommand() {}

    @Override
    public Integer call() {
        boolean pdf = isPdf();
        var html = RuleDocument.of(rules.ruleSet(), printed(), day(), language.chosen());
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            if (pdf) {
                PdfFile.write(html, out);
            } else {
                out.write(html.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException unwritable) {
            throw CommandFailure.badInput(
                    "--out : " + file
                            + " ne peut pas être écrit ; donnez un fichier d'un dossier où vous pouvez écrire.",
                    "--out: " + file + " cannot be written; give a file in a directory that you may write to.");
        }
        return ExitCode.DONE;
    }

    private boolean isPdf() {
        var name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".pdf") && !name.endsWith(".html")) {
            throw CommandFailure.badInput(
                    "--out : " + file + " ; donnez un nom en .pdf ou en .html.",
                    "--out: " + file + "; give a name that ends in .pdf or .html.");
        }
        return name.endsWith(".pdf");
    }

    private LocalDate day() {
        return DayWords.read(day)
                .orElseThrow(() -> CommandFailure.badInput(
                        "--on : « " + day + " » n'est pas un jour ; écrivez par exemple « 1er juillet 2027 ».",
                        "--on: \"" + day + "\" is not a day; write \"1 July 2027\", for example."));
    }

    private List<Jurisdiction> printed() {
        if (jurisdiction == null) {
            return Jurisdiction.all();
        }
        return List.of(Jurisdiction.of(jurisdiction)
                .orElseThrow(() -> CommandFailure.badInput(
                        "--jurisdiction : « " + jurisdiction + " » n'existe pas ; écrivez ML, BF, NE ou AES.",
                        "--jurisdiction: there is no \"" + jurisdiction + "\"; write ML, BF, NE or AES.")));
    }
}
