package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

class RenewalIT {
    @Test
    void noCallFailsWhileNodesRenewCertificatesOfSeconds(@TempDir Path directory, TestReporter reporter)
            throws Exception {
        RenewalUnderLoad.Figures figures =
                new RenewalUnderLoad(directory).run(Duration.ofSeconds(8), Duration.ofSeconds(20));

        reporter.publishEntry("figures", figures.toString());
        assertThat(figures.renewals()).isPositive();
    }
}
