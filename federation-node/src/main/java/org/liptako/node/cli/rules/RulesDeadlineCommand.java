package org.liptako.node.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.policy.calendar.Announcements;
import org.liptako.policy.calendar.AnnouncementsReader;
import org.liptako.policy.calendar.Counting;
import org.liptako.policy.calendar.DayWords;
import org.liptako.policy.calendar.Deadline;
import org.liptako.policy.calendar.StateCalendar;
import org.liptako.policy.explain.FrenchText;
import org.liptako.policy.rules.Findings;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Bilingual;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako rules deadline}: the last day of a term, in days or in clear days, over a State's public holidays, with each step of the counting. */
@Command(name = "deadline")
final class RulesDeadlineCommand implements Callable<Integer> {
    private static final int MOST_BYTES = 1 << 20;

    @Spec
    private CommandSpec spec;

    @Option(names = "--state", required = true, paramLabel = "STATE", descriptionKey = "deadlineState")
    private String state;

    @Option(names = "--from", required = true, paramLabel = "DAY", descriptionKey = "deadlineFrom")
    private String from;

    @Option(names = "--days", required = true, paramLabel = "N", descriptionKey = "deadlineDays")
    private int days;

    @Option(names = "--francs", descriptionKey = "deadlineClear")
    private boolean clear;

    @Option(names = "--holidays", paramLabel = "FILE", descriptionKey = "deadlineHolidays")
    private @Nullable Path holidays;

    RulesDeadlineCommand() {}

    @Override
    public Integer call() {
        var whose = Jurisdiction.ofState(state)
                .orElseThrow(() -> CommandFailure.badInput(
                        "--state : « " + state + " » n'est pas un État membre ; écrivez ML, BF ou NE.",
                        "--state: \"" + state + "\" is no member State; write ML, BF or NE."));
        if (days < 1 || days > Deadline.MOST_DAYS) {
            throw CommandFailure.badInput(
                    "--days : " + days + " ; donnez un nombre de 1 à " + Deadline.MOST_DAYS + ".",
                    "--days: " + days + "; give a number from 1 to " + Deadline.MOST_DAYS + ".");
        }
        var calendar = StateCalendar.of(whose, announcements(whose));
        var deadline = Deadline.count(act(), days, clear ? Counting.CLEAR : Counting.CALENDAR, calendar);
        print(deadline, calendar);
        return ExitCode.DONE;
    }

    private LocalDate act() {
        return DayWords.read(from)
                .orElseThrow(() -> CommandFailure.badInput(
                        "--from : « " + from + " » n'est pas un jour ; écrivez par exemple « 1er juillet 2027 ».",
                        "--from: \"" + from + "\" is not a day; write \"1 July 2027\", for example."));
    }

    private Announcements announcements(Jurisdiction whose) {
        if (holidays == null) {
            return Announcements.NONE;
        }
        var findings = new Findings();
        var read = AnnouncementsReader.read(new SourceFile(holidays.toString(), bytes(holidays)), whose, findings);
        if (findings.hasErrors()) {
            var first = findings.errors().getFirst();
            throw CommandFailure.badInput(
                    first.where() + " : " + first.wording().fr(),
                    first.where() + ": " + first.wording().en());
        }
        return read;
    }

    private static byte[] bytes(Path file) {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length <= MOST_BYTES) {
                return bytes;
            }
        } catch (IOException unreadable) {
            throw CommandFailure.badInput(
                    "--holidays : " + file + " ne peut pas être lu ; vérifiez le chemin.",
                    "--holidays: " + file + " cannot be read; check the path.");
        }
        throw CommandFailure.badInput(
                "--holidays : " + file + " dépasse 1 Mio ; ôtez ce qui n'est pas de jours annoncés.",
                "--holidays: " + file + " is over 1 MiB; take out what is not announced days.");
    }

    private void print(Deadline deadline, StateCalendar calendar) {
        var screen = Screen.of(spec);
        say(
                new Bilingual("Jours fériés : %s (%s).", "Public holidays: %s (%s).")
                        .with(calendar.state().label(), calendar.source()),
                screen);
        deadline.steps().forEach(step -> say(step, screen));
        say(
                new Bilingual("Dernier jour : %s (%s).", "Last day: %s (%s).")
                        .with(DayWords.withWeekday(deadline.last()), deadline.last()),
                screen);
        deadline.doubts().forEach(doubt -> screen.remark(FrenchText.of(doubt.fr()), doubt.en()));
    }

    private static void say(Bilingual line, Screen screen) {
        screen.line(FrenchText.of(line.fr()), line.en());
    }
}
