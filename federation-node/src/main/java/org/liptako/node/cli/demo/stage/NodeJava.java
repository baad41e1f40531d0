package org.liptako.node.cli.demo.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.liptako.node.cli.node.StartCache;

/**
 * The Java that a node runs in.
 *
 * @param flags what it is started with, beside what each Java of this program is
 * @param end how long it may take to end in order
 */
public record NodeJava(List<String> flags, Duration end) {
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration WRITING = Duration.ofMinutes(5);

    public NodeJava {
        flags = List.copyOf(flags);
    }

    /** A small one, since several share a machine; out of the cache, where a rehearsal has left one. */
    static NodeJava small() {
        var flags = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx512m"));
        StartCache.ofThisProgram().map(StartCache::use).ifPresent(flags::addAll);
        return new NodeJava(flags, STOP);
    }

    /** One as in production, which writes the cache when it ends. */
    public static NodeJava recording(StartCache cache) {
        return new NodeJava(cache.recording(), WRITING);
    }
}
