package org.liptako.node.cli.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.demo.stage.DemoDirectory;

/** Where a tour keeps everything. A directory of its own goes when the program ends, in whichever way: whoever leaves by Ctrl-C leaves nothing behind. */
final class TourGround {
    private static final int SECONDS = 40;

    private final DemoDirectory directory;
    private final @Nullable Thread removal;

    private TourGround(DemoDirectory directory, @Nullable Thread removal) {
        this.directory = directory;
        this.removal = removal;
    }

    /** Prepares a directory. */
    static TourGround prepare(@Nullable Path given) {
        if (given != null) {
            return new TourGround(DemoDirectory.prepare(given), null);
        }
        DemoDirectory own = DemoDirectory.prepare(temporary());
        Thread removal = Thread.ofPlatform().unstarted(() -> removeOnceAlone(own));
        Runtime.getRuntime().addShutdownHook(removal);
        return new TourGround(own, removal);
    }

    DemoDirectory directory() {
        return directory;
    }

    /** Keeps it, since the nodes' logs may tell what went wrong. */
    void keep(Screen screen) {
        try {
            if (removal != null) {
                Runtime.getRuntime().removeShutdownHook(removal);
            }
            screen.remark(
                    "Tout est gardé dans " + directory.root() + ", avec les journaux techniques des nœuds (*/log).",
                    "Everything is kept in " + directory.root() + ", with the nodes' logs (*/log).");
        } catch (IllegalStateException ending) {
            // Whoever has ended the program has left the tour; nothing went wrong.
        }
    }

    /** The nodes, which end at the same moment, still write there. */
    private static void removeOnceAlone(DemoDirectory directory) {
        var ends = ProcessHandle.current().descendants().map(ProcessHandle::onExit);
        try {
            CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new)).get(SECONDS, TimeUnit.SECONDS);
            directory.remove();
        } catch (ExecutionException | TimeoutException | UncheckedIOException stuck) {
            // What is left lies among what the system clears by itself.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("liptako-tour");
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }
}
