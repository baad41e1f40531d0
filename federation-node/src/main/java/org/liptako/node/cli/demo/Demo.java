package org.liptako.node.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.demo.stage.DemoDirectory;
import org.liptako.node.cli.demo.stage.Fault;
import org.liptako.node.cli.demo.stage.Federation;
import org.liptako.node.cli.demo.stage.Narrator;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.story.Story;

/** One run of the demonstration, from an empty directory to the report. */
final class Demo {
    private final Screen screen;
    private final Fault fault;

    Demo(Screen screen, Fault fault) {
        this.screen = screen;
        this.fault = fault;
    }

    int run(@Nullable Path given, @Nullable Path report, boolean once) {
        var directory = DemoDirectory.prepare(given == null ? temporary() : given);
        screen.remark("Tout est dans " + directory.root() + ".", "Everything is in " + directory.root() + ".");
        int exitCode = play(directory, report, once);
        if (given == null && exitCode == ExitCode.DONE) {
            directory.remove();
        }
        return exitCode;
    }

    private int play(DemoDirectory directory, @Nullable Path report, boolean once) {
        var narrator = new Narrator(screen);
        try (var region = SampleRegion.start(directory, screen, narrator, fault)) {
            var federation = region.federation();
            var people = region.people();
            if (fault == Fault.MISSING_PEER) {
                federation.kill(Place.OUAGADOUGOU);
            }
            var teller = new Storyteller(Story.steps());
            boolean told = teller.play(new Scene(federation, people, narrator, directory, fault));
            if (report != null) {
                DemoReports.of(teller.played(), federation, people).write(report);
            }
            return told ? end(federation, once) : failed(teller);
        }
    }

    private int end(Federation federation, boolean once) {
        screen.line("");
        screen.line("Chaque étape a eu l'issue attendue.", "Every step had the outcome that it should.");
        if (!once) {
            for (var place : Place.values()) {
                screen.line("  " + place.state() + "  " + federation.console(place) + "  gRPC "
                        + federation.target(place).host() + ":"
                        + federation.target(place).port() + "  "
                        + federation.target(place).serverName());
            }
            screen.line(
                    "Les nœuds restent ouverts ; Ctrl-C arrête tout.", "The nodes stay up; Ctrl-C ends everything.");
            awaitInterruption();
        }
        return ExitCode.DONE;
    }

    private int failed(Storyteller teller) {
        var last = teller.played().getLast();
        screen.remark(
                "liptako : l'étape « " + last.name() + " » a échoué : attendu « " + last.expected() + " », obtenu « "
                        + last.actual() + " ».",
                "liptako: step \"" + last.name() + "\" failed: expected \"" + last.expected() + "\", got \""
                        + last.actual() + "\".");
        return ExitCode.NO;
    }

    private static void awaitInterruption() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("liptako-demo");
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }
}
