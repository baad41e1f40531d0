package org.liptako.node.exchange.bucket;

import java.util.ArrayList;
import java.util.List;

/**
 * A program that ends with this JVM, however this JVM ends: a shell becomes the program, and leaves behind who waits for the end of the pipe
 * from this JVM. The system closes that pipe when it kills a JVM that has no time for its shutdown hooks.
 */
final class BoundProgram {
    private static final String BOUND =
            "exec 3<&0; { cat <&3 >/dev/null; kill -9 $$ 2>/dev/null; } & exec \"$@\" 3<&- </dev/null";

    private BoundProgram() {}

    /** The process that is started is the program itself; nothing can be written to it. */
    static ProcessBuilder of(List<String> command) {
        List<String> bound = new ArrayList<>(List.of("sh", "-c", BOUND, "sh"));
        bound.addAll(command);
        return new ProcessBuilder(bound);
    }
}
