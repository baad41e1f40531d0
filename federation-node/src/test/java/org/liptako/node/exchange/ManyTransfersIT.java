package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.ManyTransfers.Taken;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ManyTransfersIT {
    @TempDir
    Path directory;

    @Test
    void smallCopiesThatWereOrderedBehindABigOneAreThereLongBeforeIt() throws IOException {
        Taken taken = new ManyTransfers(directory, 96, 24, 64 << 10).move(12 << 20);

        assertThat(taken.smallSeconds()).isLessThan(taken.bigSeconds());
    }
}
