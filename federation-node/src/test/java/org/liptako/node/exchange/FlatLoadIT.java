package org.liptako.node.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.FlatLoad.Slow;

/** What two nodes take of the machine while copies go by faster than the disk takes them; {@link FlatLoadMeasure} has 16 GiB go by. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FlatLoadIT {
    @TempDir
    Path directory;

    @Test
    void memoryThreadsAndFilesStayFlatThoughTheDiskIsSlow(TestReporter figures)
            throws IOException, InterruptedException {
        FlatLoad load = FlatLoad.of(Slow.DISK, 96, 4, directory);

        figures.publishEntry("footprint", load.row("4 times 96 MiB, slow disk"));
        FlatLoadMeasure.isFlat(load);
    }
}
