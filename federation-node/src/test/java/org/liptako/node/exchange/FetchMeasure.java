package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.placement.AcceptedGrant;

/**
 * What a copy takes from the accepted grant to the sealed replica (asked for, proved, synced, journaled), beside a raw TLS copy of the same
 * file that is synced at its end: MiB a second into {@code target/measures/fetch.md}.
 */
@Tag("measure")
class FetchMeasure {
    private static final int MEBIBYTES = 512;
    private static final int ROUNDS = 5;

    @TempDir
    Path directory;

    private record Rates(double fetch, double raw) {
        double ratio() {
            return fetch / raw;
        }
    }

    @Test
    void ofOneLargeFile() throws IOException, GeneralSecurityException {
        Path publish = directory.resolve("publish");
        SampleTree.large(publish.resolve("files"), MEBIBYTES);
        try (TrialSource mali = new TrialSource(directory.resolve("ml"), publish, UnaryOperator.identity());
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali);
                RawTlsCopy raw = new RawTlsCopy(mali.origin.resolve("large.bin"))) {
            round(mali, burkina, raw);
            Rates[] rounds = new Rates[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                rounds[i] = round(mali, burkina, raw);
            }
            write(rounds);
        }
    }

    private Rates round(TrialSource mali, TrialReceiver burkina, RawTlsCopy raw) throws IOException {
        return new Rates(fetch(mali, burkina), raw(raw));
    }

    private static double fetch(TrialSource mali, TrialReceiver burkina) throws IOException {
        AcceptedGrant grant = TrialGrants.plain(mali.version());
        mali.hear(grant);
        long begun = System.nanoTime();
        burkina.accept(grant);
        await().pollInterval(Duration.ofMillis(5))
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofMinutes(2))
                .until(() -> burkina.transfer(grant).state() == TransferState.SEALED);
        double rate = rate(begun);
        await().until(() -> burkina.transfer(grant).confirmed());
        DatasetVersion version =
                new DatasetVersion(mali.version().dataset(), mali.version().versionRoot());
        assertThat(burkina.store().sealed(version)).isPresent();
        burkina.store().erase(version);
        return rate;
    }

    private double raw(RawTlsCopy raw) throws IOException {
        Path target = directory.resolve("raw.bin");
        long begun = System.nanoTime();
        raw.fetch(target);
        double rate = rate(begun);
        assertThat(Files.size(target)).isEqualTo((long) MEBIBYTES << 20);
        Files.delete(target);
        return rate;
    }

    private static double rate(long begun) {
        return MEBIBYTES * 1e9 / (System.nanoTime() - begun);
    }

    private static void write(Rates[] rounds) throws IOException {
        Arrays.sort(rounds, (one, other) -> Double.compare(one.ratio(), other.ratio()));
        List<String> rows =
                new ArrayList<>(List.of("| | Fetch (MiB/s) | raw TLS (MiB/s) | ratio |", "|---|---|---|---|"));
        rows.add(row("lowest", rounds[0]));
        rows.add(row("median", rounds[ROUNDS / 2]));
        rows.add(row("highest", rounds[ROUNDS - 1]));
        Files.write(Files.createDirectories(Path.of("target", "measures")).resolve("fetch.md"), rows);
    }

    private static String row(String name, Rates rates) {
        return String.format(
                Locale.ROOT, "| %s | %.0f | %.0f | %.2f |", name, rates.fetch(), rates.raw(), rates.ratio());
    }
}
