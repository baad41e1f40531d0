package org.liptako.node.cli.demo.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.liptako.node.cli.CommandFailure;
import org.liptako.pki.name.State;

/**
 * Where the demonstration keeps everything.
 *
 * <pre>
 * liptako-demo        marks the directory as a demonstration's, which a later one may clear
 * pki/                the trial certificates
 * rules/              the sample rules, which the first editions hold
 * receipts/           receipts, and one that was altered
 * ml/, bf/, ne/       one node each: node.yaml, data/, store/, publish/, keys/, courier/, log
 * </pre>
 */
public record DemoDirectory(Path root) {
    private static final String MARK = "liptako-demo";

    /** Makes the directory empty and marks it; refuses one that holds anything but an earlier demonstration. */
    public static DemoDirectory prepare(Path root) {
        try {
            if (Files.exists(root.resolve(MARK))) {
                clear(root);
            }
            Files.createDirectories(root);
            try (var entries = Files.list(root)) {
                if (entries.findAny().isPresent()) {
                    throw CommandFailure.badInput(
                            "--dir " + root + " : ce dossier n'est pas vide ; donnez-en un vide ou nouveau.",
                            "--dir " + root + ": this directory is not empty; give an empty or a new one.");
                }
            }
            Files.createFile(root.resolve(MARK));
            return new DemoDirectory(root.toAbsolutePath());
        } catch (IOException unwritable) {
            throw CommandFailure.badInput(
                    "--dir " + root + " : ce dossier ne peut pas être écrit (" + unwritable.getMessage() + ").",
                    "--dir " + root + ": this directory cannot be written (" + unwritable.getMessage() + ").");
        }
    }

    /** Removes the directory and all that is in it. */
    public void remove() {
        try {
            clear(root);
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    public Path pki() {
        return root.resolve("pki");
    }

    public Path rules() {
        return root.resolve("rules");
    }

    public Path receipts() {
        return root.resolve("receipts");
    }

    /** A node's own directory. */
    public Path of(State state) {
        return root.resolve(state.label());
    }

    /** Below it lie the directories that a node's operator may publish. */
    public Path publish(State state) {
        return of(state).resolve("publish");
    }

    /** Below it a node finds courier disks. */
    public Path courier(State state) {
        return of(state).resolve("courier");
    }

    private static void clear(Path directory) throws IOException {
        try (var entries = Files.walk(directory)) {
            for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
