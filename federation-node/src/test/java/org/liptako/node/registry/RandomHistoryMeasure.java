package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.liptako.pki.name.State;

/** {@link RandomHistoryIT} over 100,000 events: into {@code target/measures/history.md}. */
@Tag("measure")
class RandomHistoryMeasure {
    private static final int EVENTS = Integer.getInteger("liptako.history.events", 100_000);
    private static final long SEED = Long.getLong("liptako.history.seed", 20261123);
    private static final int TURN = 200;
    private static final int DATASETS = 300;

    @Test
    void everyRebuiltRegistryEqualsTheLiveOneAndAllStatesKnowTheSame() throws IOException {
        List<String> lines = new ArrayList<>(
                List.of("| State | rows | rows that differ after a rebuild | s of the rebuild |", "|---|---|---|---|"));
        try (RandomHistory history = new RandomHistory(SEED, DATASETS)) {
            long begun = System.nanoTime();
            history.unfold(EVENTS, TURN);
            double unfolded = (System.nanoTime() - begun) / 1e9;
            List<List<String>> known = new ArrayList<>();
            for (State state : State.values()) {
                history.knownNow(state, known::add);
            }
            Map<State, RandomHistory.Rebuild> rebuilds = history.rebuilds();
            rebuilds.forEach((state, rebuild) -> lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %d | %d |",
                    state,
                    rebuild.rows(),
                    rebuild.differences(),
                    rebuild.took().toSeconds())));
            lines.add("");
            lines.add(String.format(
                    Locale.ROOT,
                    "%,d events of seed %d, said and followed in %.0f s; the three rebuilds side by side.",
                    EVENTS,
                    SEED,
                    unfolded));
            Files.write(Files.createDirectories(Path.of("target", "measures")).resolve("history.md"), lines);
            assertThat(rebuilds.values())
                    .extracting(RandomHistory.Rebuild::differences)
                    .containsExactly(0L, 0L, 0L);
            assertThat(known.get(1)).isEqualTo(known.getFirst());
            assertThat(known.get(2)).isEqualTo(known.getFirst());
        }
    }
}
