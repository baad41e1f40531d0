package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.liptako.pki.name.State;

/** {@link RandomHistoryIT} over 100,000 events: into {@code target/measures/history.md}. */
@Tag("measure")
class RandomHistoryMeasure {
    private static final int EVENTS = Integer.getInteger("liptako.history.events", 100_000);
    private static final long SEED = Long.getLong("liptako.history.seed", 20261123);
    private static final int DATASETS = 300;

    @Test
    void everyRebuiltRegistryEqualsTheLiveOneAndAllStatesKnowTheSame() throws IOException {
        List<String> lines = new ArrayList<>(
                List.of("| State | rows | rows that differ after a rebuild | s of the rebuild |", "|---|---|---|---|"));
        try (RandomHistory history = new RandomHistory(SEED, DATASETS)) {
            long begun = System.nanoTime();
            history.unfold(EVENTS);
            double unfolded = (System.nanoTime() - begun) / 1e9;
            List<List<String>> known = new ArrayList<>();
            for (State state : State.values()) {
                history.knownNow(state, known::add);
                long rebuild = System.nanoTime();
                long differences = history.differencesOfARebuild(state);
                lines.add(String.format(
                        Locale.ROOT,
                        "| %s | %,d | %d | %.0f |",
                        state,
                        history.rows(state),
                        differences,
                        (System.nanoTime() - rebuild) / 1e9));
                assertThat(differences).as(state.name()).isZero();
            }
            lines.add("");
            lines.add(String.format(
                    Locale.ROOT, "%,d events of seed %d, said and followed in %.0f s.", EVENTS, SEED, unfolded));
            Files.write(Files.createDirectories(Path.of("target", "measures")).resolve("history.md"), lines);
            assertThat(known.get(1)).isEqualTo(known.getFirst());
            assertThat(known.get(2)).isEqualTo(known.getFirst());
        }
    }
}
