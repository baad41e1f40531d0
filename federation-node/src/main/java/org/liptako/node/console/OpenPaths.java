package org.liptako.node.console;

import java.util.Set;

/** What is shown to whoever asks; everything else is for those who are signed in. */
final class OpenPaths {
    private static final Set<String> LOOKS = Set.of("/console.css", "/icon.svg", "/sign.js");
    /** Programs ask for them on this machine, and for the journal's files; to others a node's inside is nobody's business. */
    private static final Set<String> MACHINES = Set.of("/health", "/prometheus");

    private static final Set<String> READERS = Set.of("/sign-in", "/enter", "/enter-by-certificate");
    /** Shown to whoever sits at the machine, as they were before anybody could sign in. */
    private static final String COPIES = "/copies";

    private OpenPaths() {}

    /**
     * Whether nobody looks who asks: what is asked for by programs, or while the database is away.
     *
     * @param secure whether it is asked for over TLS, perhaps from another machine
     */
    static boolean areForMachines(String path, boolean secure) {
        return LOOKS.contains(path)
                || (!secure
                        && (MACHINES.contains(path) || path.startsWith("/health/") || path.startsWith("/journal/")));
    }

    /** Whether it is shown to readers who are not signed in too. */
    static boolean areForReaders(String path, boolean secure) {
        return READERS.contains(path) || (!secure && path.equals(COPIES));
    }
}
