package org.liptako.policy.opa;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The TCP port on which a process listens, as Linux knows it. OPA lets the system choose its port but does not say which; and to guess a free
 * one would leave a moment in which another program could take it and be sent our token.
 */
final class ListeningPort {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";

    private ListeningPort() {}

    /** Whether this system can tell. */
    static boolean isKnowable() {
        return Files.isReadable(PROC.resolve("self/net/tcp"));
    }

    static OptionalInt of(long pid) {
        Path process = PROC.resolve(Long.toString(pid));
        try {
            Set<String> sockets = sockets(process.resolve("fd"));
            List<String> lines = Files.readAllLines(process.resolve("net/tcp"));
            return lines.stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields.length > 9 && LISTENING.equals(fields[3]) && sockets.contains(fields[9]))
                    .mapToInt(fields -> Integer.parseInt(fields[1].substring(fields[1].indexOf(':') + 1), 16))
                    .findFirst();
        } catch (IOException gone) {
            return OptionalInt.empty();
        }
    }

    /** The inodes of the sockets that the process has open. */
    private static Set<String> sockets(Path descriptors) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : open) {
                if (Files.isSymbolicLink(descriptor)) {
                    String target = target(descriptor);
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                }
            }
        }
        return inodes;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
