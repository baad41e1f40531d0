package org.liptako.node.identity;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

@Tag("measure")
class RenewalMeasure {
    @Test
    void noCallFailsInTenMinutesOfCertificatesOfAMinute(@TempDir Path directory, TestReporter figures)
            throws Exception {
        new RenewalUnderLoad(directory).run(Duration.ofMinutes(1), Duration.ofMinutes(10), figures);
    }
}
