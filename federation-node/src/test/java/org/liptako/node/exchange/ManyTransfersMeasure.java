package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.ManyTransfers.Taken;

/** 1,000 copies of 1 MiB behind one of 8 GiB, over a line of 100 MiB/s: a line in {@code target/measures/many-transfers.md}. */
@Tag("measure")
class ManyTransfersMeasure {
    private static final int BIG_MEBIBYTES = Integer.getInteger("liptako.many.mebibytes", 8 << 10);
    private static final int SMALL = Integer.getInteger("liptako.many.small", 1_000);

    @TempDir
    Path directory;

    @Test
    void ofAThousandSmallOnesBehindABigOne() throws IOException {
        Taken taken = new ManyTransfers(directory, BIG_MEBIBYTES, SMALL, 1 << 20).move(100 << 20);

        Files.writeString(
                Files.createDirectories(Path.of("target/measures")).resolve("many-transfers.md"),
                String.format(
                        Locale.ROOT,
                        "| %d | %d | %.1f | %.1f |%n",
                        SMALL,
                        BIG_MEBIBYTES,
                        taken.smallSeconds(),
                        taken.bigSeconds()));
        assertThat(taken.smallSeconds()).isLessThan(taken.bigSeconds());
    }
}
