package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.journal.event.VersionPublished;
import org.liptako.node.placement.AcceptedGrant;

/**
 * What a copy takes from the accepted grant to the sealed replica (asked for, proved, synced, journaled), in clear and encrypted, beside a
 * bare gRPC stream of the same file that is synced at its end: MiB a second into {@code target/measures/fetch.md}.
 *
 * <p>{@code -Dliptako.fetch.mebibytes} is the size of the file, {@code -Dliptako.fetch.rounds} how often each is measured after one
 * round that warms up.
 */
@Tag("measure")
class FetchMeasure {
    private static final int MEBIBYTES = Integer.getInteger("liptako.fetch.mebibytes", 1_024);
    private static final int ROUNDS = Integer.getInteger("liptako.fetch.rounds", 5);

    /** Each asks the database: more often, and the question itself takes part of what is measured. */
    private static final Duration LOOKS = Duration.ofMillis(50);

    @TempDir
    Path directory;

    private record Rates(double fetch, double bare) {
        double ratio() {
            return fetch / bare;
        }
    }

    @Test
    void ofOneLargeFile() throws IOException {
        Path publish = directory.resolve("publish");
        SampleTree.large(publish.resolve("files"), MEBIBYTES);
        try (TrialSource mali = new TrialSource(directory.resolve("ml"), publish, UnaryOperator.identity());
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali);
                BareStream bare = new BareStream(mali.origin.resolve("large.bin"))) {
            List<String> rows =
                    new ArrayList<>(List.of("| | Fetch (MiB/s) | bare gRPC (MiB/s) | ratio |", "|---|---|---|---|"));
            rows.addAll(rows("in clear", rounds(mali, burkina, bare, TrialGrants::plain)));
            rows.addAll(rows("encrypted", rounds(mali, burkina, bare, TrialGrants::encrypted)));
            Files.write(Files.createDirectories(Path.of("target", "measures")).resolve("fetch.md"), rows);
        }
    }

    private Rates[] rounds(
            TrialSource mali, TrialReceiver burkina, BareStream bare, Function<VersionPublished, AcceptedGrant> grants)
            throws IOException {
        round(mali, burkina, bare, grants);
        Rates[] rounds = new Rates[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = round(mali, burkina, bare, grants);
        }
        return rounds;
    }

    private Rates round(
            TrialSource mali, TrialReceiver burkina, BareStream bare, Function<VersionPublished, AcceptedGrant> grants)
            throws IOException {
        return new Rates(fetch(mali, burkina, grants.apply(mali.version())), bare(bare));
    }

    private static double fetch(TrialSource mali, TrialReceiver burkina, AcceptedGrant grant) throws IOException {
        mali.hear(grant);
        long begun = System.nanoTime();
        burkina.accept(grant);
        await().pollInterval(LOOKS)
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofMinutes(2))
                .until(() -> burkina.transfer(grant).state() == TransferState.SEALED);
        double rate = rate(begun);
        await().until(() -> burkina.transfer(grant).confirmed());
        DatasetVersion version =
                new DatasetVersion(mali.version().dataset(), grant.versionRoot().orElseThrow());
        assertThat(burkina.store().sealed(version)).isPresent();
        burkina.store().erase(version);
        return rate;
    }

    private double bare(BareStream bare) throws IOException {
        Path target = directory.resolve("bare.bin");
        long begun = System.nanoTime();
        bare.fetch(target);
        double rate = rate(begun);
        assertThat(Files.size(target)).isEqualTo((long) MEBIBYTES << 20);
        Files.delete(target);
        return rate;
    }

    private static double rate(long begun) {
        return MEBIBYTES * 1e9 / (System.nanoTime() - begun);
    }

    private static List<String> rows(String form, Rates[] rounds) {
        Arrays.sort(rounds, (one, other) -> Double.compare(one.ratio(), other.ratio()));
        return List.of(
                row(form + ", lowest", rounds[0]),
                row(form + ", median", rounds[ROUNDS / 2]),
                row(form + ", highest", rounds[ROUNDS - 1]));
    }

    private static String row(String name, Rates rates) {
        return String.format(
                Locale.ROOT, "| %s | %.0f | %.0f | %.2f |", name, rates.fetch(), rates.bare(), rates.ratio());
    }
}
