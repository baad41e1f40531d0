package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten minutes of calls between two nodes whose certificates live a minute: figures into {@code target/measures/renewal.md}. */
@Tag("measure")
class RenewalMeasure {
    @Test
    void noCallFailsInTenMinutesOfCertificatesOfAMinute(@TempDir Path directory) throws Exception {
        RenewalUnderLoad.Figures figures =
                new RenewalUnderLoad(directory).run(Duration.ofMinutes(1), Duration.ofMinutes(10));

        assertThat(figures.renewals()).isGreaterThanOrEqualTo(10);
        Files.write(
                Files.createDirectories(Path.of("target", "measures")).resolve("renewal.md"),
                List.of(
                        "| calls | failed | renewals of the server | slowest call, ms |",
                        "|---|---|---|---|",
                        "| %,d | 0 | %d | %d |"
                                .formatted(figures.calls(), figures.renewals(), figures.slowestMillis())));
    }
}
