package org.liptako.node.cli.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.writing.AnswersEndedException;
import org.liptako.policy.writing.Desk;
import org.liptako.policy.writing.Destination;
import org.liptako.policy.writing.Interview;
import org.liptako.policy.writing.RuleDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako rules new}: asks for a rule clause by clause, shows what the machine understood, and writes it behind those that are there. */
@Command(name = "new")
final class RulesNewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RulesOptions rules;

    @Option(names = "--file", paramLabel = "FILE", descriptionKey = "newRuleFile")
    private @Nullable Path file;

    RulesNewCommand() {}

    @Override
    public Integer call() {
        var desk = rules.desk();
        var dialogue = new TerminalDialogue(Screen.of(spec));
        try {
            return write(new Interview(desk, dialogue), desk, dialogue);
        } catch (AnswersEndedException ended) {
            throw CommandFailure.badInput(
                    "les réponses s'arrêtent à la question « "
                            + ended.question().fr() + " » ; rien n'a été écrit.",
                    "the answers end at the question \"" + ended.question().en() + "\"; nothing was written.");
        }
    }

    private int write(Interview interview, Desk desk, TerminalDialogue dialogue) throws AnswersEndedException {
        var draft = interview.ask();
        var understood = interview.understood(draft);
        dialogue.say(new Bilingual("", ""));
        dialogue.say(new Bilingual(
                draft.id() + " · " + understood.title().fr(),
                draft.id() + " · " + understood.title().en()));
        understood.lines().forEach(line -> dialogue.say(new Bilingual("  " + line.fr(), "  " + line.en())));
        dialogue.say(new Bilingual("", ""));
        var destination = destination(draft, desk);
        desk.added()
                .forEach(empty -> dialogue.say(new Bilingual(
                                "Le recueil de %s n'a pas encore de fichier : il en aura un, sans règle.",
                                "The jurisdiction of %s has no file yet: it will have one, without rules.")
                        .with(empty.path())));
        var where = new Bilingual(
                        destination.isNew()
                                ? "Écrire le nouveau fichier %s ? (oui, non)"
                                : "Ajouter à la fin de %s ? (oui, non)",
                        destination.isNew()
                                ? "Write the new file %s? (oui = yes, non = no)"
                                : "Add it at the end of %s? (oui = yes, non = no)")
                .with(destination.path());
        if (!dialogue.ask(where).toLowerCase(Locale.ROOT).matches("oui|o|yes|y")) {
            dialogue.say(new Bilingual("Rien n'a été écrit.", "Nothing was written."));
            return ExitCode.NO;
        }
        save(destination, desk);
        dialogue.say(new Bilingual(
                        "Écrit dans %s ; voir « liptako rules check --rules %s ».",
                        "Written to %s; see \"liptako rules check --rules %s\".")
                .with(destination.path(), rules.directory()));
        return ExitCode.DONE;
    }

    private Destination destination(RuleDraft draft, Desk desk) {
        var wanted = Optional.ofNullable(file)
                .map(path -> path.normalize().toString().replace('\\', '/'));
        return Destination.of(draft, desk, wanted)
                .filter(there ->
                        !Path.of(there.path()).isAbsolute() && !there.path().startsWith(".."))
                .orElseThrow(
                        () -> CommandFailure.badInput(
                                "--file : " + file
                                        + " ne peut pas recevoir la règle ; donnez, dans le dossier des règles, un fichier .yaml du même recueil ou un nouveau.",
                                "--file: " + file
                                        + " cannot take the rule; give a .yaml file of the same jurisdiction in the rules directory, or a new one."));
    }

    private void save(Destination destination, Desk desk) {
        for (var empty : desk.added()) {
            if (!empty.path().equals(destination.path())) {
                write(empty, StandardOpenOption.CREATE_NEW);
            }
        }
        write(
                new SourceFile(destination.path(), destination.text().getBytes(UTF_8)),
                destination.isNew() ? StandardOpenOption.CREATE_NEW : StandardOpenOption.APPEND);
    }

    private void write(SourceFile written, StandardOpenOption how) {
        var path = rules.directory().resolve(written.path());
        try {
            var folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(path, written.bytes(), StandardOpenOption.WRITE, how);
        } catch (IOException unwritable) {
            throw CommandFailure.badInput(
                    path
                            + " ne peut pas être écrit ; vérifiez les droits du dossier, et que le fichier n'a pas changé entre-temps.",
                    path
                            + " cannot be written; check the directory's permissions, and that the file has not changed meanwhile.");
        }
    }
}
