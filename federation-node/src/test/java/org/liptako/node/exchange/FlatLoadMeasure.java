package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.FlatLoad.Slow;

/**
 * What two nodes together take of the machine while 16 GiB go by, through a link and onto a disk that are fast, and each of them slow: into
 * {@code target/measures/flat.md}.
 *
 * <p>{@code -Dliptako.flat.mebibytes} is the size of the file, {@code -Dliptako.flat.times} how often it is copied.
 */
@Tag("measure")
class FlatLoadMeasure {
    private static final int MEBIBYTES = Integer.getInteger("liptako.flat.mebibytes", 1_024);
    private static final int TIMES = Integer.getInteger("liptako.flat.times", 16);
    private static final int MOST_MEBIBYTES = 128;
    /** Threads that come and go: each sync of a slow disk has one. */
    private static final int ODD = 12;
    /** A later copy may find that more connections bring more, 32 at most; each has an end at either node and two on the line. */
    private static final int ENDS = 32 * 4;

    @TempDir
    Path directory;

    @Test
    void memoryThreadsAndFilesStayFlat() throws IOException, InterruptedException {
        List<String> rows = new ArrayList<>(List.of(
                "| " + TIMES + " times " + MEBIBYTES + " MiB; slow is | idle MiB | at most MiB | more MiB"
                        + " | threads, first quarter / all | descriptors, first quarter / all |",
                "|---|---|---|---|---|---|"));
        List<FlatLoad> loads = new ArrayList<>();
        for (Slow slow : Slow.values()) {
            FlatLoad load = FlatLoad.of(slow, MEBIBYTES, TIMES, directory);
            loads.add(load);
            rows.add(load.row(slow.name().toLowerCase(Locale.ROOT)));
        }
        Files.write(Files.createDirectories(Path.of("target", "measures")).resolve("flat.md"), rows);
        loads.forEach(FlatLoadMeasure::isFlat);
    }

    static void isFlat(FlatLoad load) {
        assertThat(load.mebibytesAboveIdle()).isLessThanOrEqualTo(MOST_MEBIBYTES);
        assertThat(load.most().threads()).isLessThanOrEqualTo(load.first().threads() + ODD);
        assertThat(load.most().descriptors()).isLessThanOrEqualTo(load.first().descriptors() + ENDS);
    }
}
