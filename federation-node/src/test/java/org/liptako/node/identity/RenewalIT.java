package org.liptako.node.identity;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

class RenewalIT {
    @Test
    void noCallFailsWhileCertificatesOfSecondsAreRenewed(@TempDir Path directory, TestReporter figures)
            throws Exception {
        new RenewalUnderLoad(directory).run(Duration.ofSeconds(8), Duration.ofSeconds(24), figures);
    }
}
