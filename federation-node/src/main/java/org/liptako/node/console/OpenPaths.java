package org.liptako.node.console;

import java.util.Set;

/** What is shown to whoever asks; everything else is for those who are signed in. */
final class OpenPaths {
    private static final Set<String> MACHINES = Set.of("/console.css", "/health", "/prometheus");
    /** The copies are shown to whoever sits at the machine, as they were before anybody could sign in. */
    private static final Set<String> READERS = Set.of("/sign-in", "/enter", "/copies");

    private OpenPaths() {}

    /** Whether nobody looks who asks: what is asked for by programs, or while the database is away. */
    static boolean areForMachines(String path) {
        return MACHINES.contains(path) || path.startsWith("/health/") || path.startsWith("/journal/");
    }

    /** Whether it is shown to readers who are not signed in too. */
    static boolean areForReaders(String path) {
        return READERS.contains(path);
    }
}
