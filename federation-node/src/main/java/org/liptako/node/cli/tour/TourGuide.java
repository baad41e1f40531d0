package org.liptako.node.cli.tour;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Paragraph;
import org.liptako.node.cli.Screen;
import org.liptako.node.wire.Sentence;
import org.liptako.policy.explain.FrenchText;

/** Leads from stop to stop: says why, shows the command, waits for the reader, and runs it. */
final class TourGuide {
    private static final int INDENT = 2;
    private static final String GOES_ON = " \\";
    private static final Sentence WELCOME = new Sentence(
            "Trois États tournent sur cette machine, avec des données d'exemple, et répondent pour de bon. « q », la fin de l'entrée ou Ctrl-C finit la visite et arrête tout.",
            "Three States run on this machine, with sample data, and answer in earnest. \"q\", the end of input or Ctrl-C ends the tour and all of it.");
    private static final Sentence DIRECTORY = new Sentence(
            "Chaque commande peut se taper aussi dans un autre terminal, dans le dossier ci-dessous ; un mot qui commence par @ y est un fichier d'options : à quel nœud on parle, et qui parle.",
            "Each command can be typed in another terminal too, in the directory below; a word that begins with @ is a file of options there: which node is asked, and who asks.");
    private static final Sentence RUN = new Sentence("[Entrée : lancer ; q : finir]", "[Enter: run; q: leave]");
    private static final Sentence END =
            new Sentence("[Entrée : arrêter les trois nœuds]", "[Enter: stop the three nodes]");

    private final Screen screen;
    private final TourReader reader;
    private final Program program;
    private final Consumer<Happening> happenings;

    /** Runs a command and gives its exit code. */
    @FunctionalInterface
    interface Program {
        int run(List<String> words);
    }

    TourGuide(Screen screen, TourReader reader, Program program, Consumer<Happening> happenings) {
        this.screen = screen;
        this.reader = reader;
        this.program = program;
        this.happenings = happenings;
    }

    /**
     * Leads to the end, to where the reader leaves, or to the first command that does not end as it should.
     *
     * @param directory where the commands are typed
     */
    int lead(List<Stop> stops, Path directory) {
        screen.line("");
        say(WELCOME);
        say(DIRECTORY);
        screen.line(" ".repeat(INDENT) + directory);
        for (int i = 0; i < stops.size(); i++) {
            Stop stop = stops.get(i);
            show(stop, i + 1, stops.size());
            if (!reader.goesOn(RUN)) {
                return ExitCode.DONE;
            }
            int exitCode = program.run(stop.words());
            if (exitCode != stop.exitCode()) {
                screen.remark(
                        "liptako : cette commande devait finir par " + stop.exitCode() + " et a fini par " + exitCode
                                + " ; la visite s'arrête.",
                        "liptako: this command should have ended with " + stop.exitCode() + " and ended with "
                                + exitCode + "; the tour ends.");
                return ExitCode.NO;
            }
        }
        screen.line("");
        say(
                new Sentence(
                        "Voilà le premier quart d'heure. « liptako COMMANDE --help » dit le reste ; les guides sont dans docs/fr.",
                        "That was the first quarter of an hour. \"liptako COMMAND --help\" tells the rest; the guides are in docs/en."));
        reader.goesOn(END);
        return ExitCode.DONE;
    }

    private void show(Stop stop, int number, int of) {
        screen.line("");
        screen.line("── " + number + "/" + of + "  " + words(stop.title()));
        say(stop.why());
        Happening before = stop.before();
        if (before != null) {
            say(before.words());
            happenings.accept(before);
        }
        screen.line("");
        type(stop.words());
    }

    /** Shows a command as it is typed; where it is longer than the terminal is wide, as a shell takes it in several lines. */
    private void type(List<String> words) {
        var line = new StringBuilder("$ liptako");
        for (String part : parts(words)) {
            if (line.length() + 1 + part.length() + GOES_ON.length() > Paragraph.width()) {
                screen.line(line + GOES_ON);
                line.setLength(0);
                line.append(" ".repeat(INDENT));
            }
            line.append(' ').append(part);
        }
        screen.line(line.toString());
    }

    /** An option and what is given to it are not parted. */
    private static List<String> parts(List<String> words) {
        List<String> parts = new ArrayList<>();
        for (String word : words) {
            boolean given = !parts.isEmpty()
                    && parts.getLast().matches("--[a-z-]+")
                    && !word.startsWith("--")
                    && !word.startsWith("@");
            if (given) {
                parts.set(parts.size() - 1, parts.getLast() + " " + typed(word));
            } else {
                parts.add(typed(word));
            }
        }
        return parts;
    }

    private void say(Sentence sentence) {
        Paragraph.print(screen, INDENT, words(sentence));
    }

    private String words(Sentence sentence) {
        return screen.language().choose(FrenchText.of(sentence.fr()), sentence.en());
    }

    private static String typed(String word) {
        return word.contains(" ") ? '"' + word + '"' : word;
    }
}
