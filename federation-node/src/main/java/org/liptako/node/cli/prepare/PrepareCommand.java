package org.liptako.node.cli.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Quantity;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.demo.stage.DemoDirectory;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;
import org.liptako.node.cli.node.StartCache;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code liptako prepare}: one rehearsal, after which each node starts with what Java had to load and to learn in it. */
@Command(name = "prepare")
public final class PrepareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    PrepareCommand() {}

    @Override
    public Integer call() {
        var screen = Screen.of(spec);
        var cache = StartCache.ofThisProgram()
                .orElseThrow(() -> CommandFailure.badInput(
                        "le cache de démarrage va avec le lanceur : « bin/liptako prepare ».",
                        "the start-up cache goes with the launcher: \"bin/liptako prepare\"."));
        if (cache.isTaken()) {
            screen.line("Déjà prêt : " + cache.file(), "Ready already: " + cache.file());
            return ExitCode.DONE;
        }
        make(screen, cache.file());
        String size = Quantity.bytes(sizeOf(cache.file()), screen);
        screen.line("Prêt : " + cache.file() + ", " + size, "Ready: " + cache.file() + ", " + size);
        return ExitCode.DONE;
    }

    private static void make(Screen screen, Path file) {
        var written = new StartCache(beside(file));
        try {
            screen.remark(
                    "Répétition : trois nœuds d'essai sur cette machine, une copie dans chaque sens ; environ une minute…",
                    "Rehearsal: three trial nodes on this machine, a copy each way; about a minute…");
            rehearse(written);
            if (!written.isTaken()) {
                throw CommandFailure.down(
                        "ce Java ne sait pas se servir du cache de démarrage qu'il a écrit ; tout marche sans lui.",
                        "this Java cannot use the start-up cache that it wrote; all works without it.");
            }
            Files.setPosixFilePermissions(written.file(), PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(written.file(), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw unwritable(file, unwritable);
        } finally {
            remove(written.file());
        }
    }

    /** Where it goes wrong, the directory stays, with the nodes' logs. */
    private static void rehearse(StartCache written) {
        var directory = DemoDirectory.prepare(temporary());
        try {
            new Rehearsal(directory).play(written);
            directory.remove();
        } catch (UnexpectedOutcomeException other) {
            throw CommandFailure.down(
                    "la répétition n'a pas eu l'issue attendue (" + other.getMessage()
                            + ") : recommencez ; « liptako demo » montre où cela cloche.",
                    "the rehearsal had another outcome than it should (" + other.getMessage()
                            + "): try again; \"liptako demo\" shows where it goes wrong.");
        }
    }

    /** A file of its own for each rehearsal, where the cache is to lie: it is moved there whole. */
    private static Path beside(Path file) {
        try {
            return Files.createTempFile(
                    Objects.requireNonNull(file.getParent(), "an absolute path"), "liptako", ".aot");
        } catch (IOException unwritable) {
            throw unwritable(file, unwritable);
        }
    }

    private static CommandFailure unwritable(Path file, IOException why) {
        return CommandFailure.badInput(
                file + " : le cache de démarrage ne peut pas être écrit ici (" + why.getMessage()
                        + ") ; lancez cette commande comme qui a installé le programme.",
                file + ": the start-up cache cannot be written here (" + why.getMessage()
                        + "); run this command as whoever installed the program.");
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("liptako-prepare");
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".config"));
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
