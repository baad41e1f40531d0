package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.registry.RegistryFixture.MORNING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.registry.Timeline.Entry;
import org.liptako.node.registry.Timeline.Stretch;
import org.liptako.pki.name.State;

/** The intervals in PostgreSQL against a model that keeps, for each hour and each thing learnt, the whole picture. */
class TimelineIT {
    private static final int HOURS = 12;
    private static final int STEPS = 40;
    private static final StatementKey KEY = new StatementKey(StatementKind.HOLD, "ML-DS-001", State.ML);

    private final TestDatabase database = TestDatabase.fresh();
    private final Timeline timeline = new Timeline();
    private final StatementStore statements = new StatementStore();

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatHeldThenAsKnownThenIsWhatTheModelSays(long seed) {
        Random random = new Random(seed);
        List<@Nullable Integer[]> pictures = new ArrayList<>();
        @Nullable Integer[] picture = new Integer[HOURS];
        for (int step = 0; step < STEPS; step++) {
            picture = learn(step, random, picture);
            pictures.add(picture);
        }
        for (int known = 0; known < STEPS; known++) {
            for (int held = 0; held < HOURS; held++) {
                assertThat(asked(held, known))
                        .as("held at hour %d, known at step %d", held, known)
                        .isEqualTo(Optional.ofNullable(pictures.get(known)[held]));
            }
        }
        assertThat(overlaps()).isZero();
    }

    /** Learns one thing at random, in the database and in the model. */
    private @Nullable Integer[] learn(int step, Random random, @Nullable Integer[] before) {
        @Nullable Integer[] after = Arrays.copyOf(before, HOURS);
        int from = random.nextInt(HOURS);
        int kind = random.nextInt(6);
        int until = from + 1 + random.nextInt(HOURS - from);
        int end = kind > 0 && kind < 3 ? until : HOURS;
        Arrays.fill(after, from, end, kind == 0 ? null : step);
        database.jdbi().useTransaction(handle -> {
            if (kind == 0) {
                timeline.end(handle, KEY, hour(from), learnt(step));
            } else {
                Instant given = kind < 3 && until < HOURS ? hour(until) : null;
                Stretch stretch = kind < 3 && until == HOURS
                        ? new Stretch(hour(from), hour(1000))
                        : new Stretch(hour(from), given);
                timeline.state(handle, KEY, stretch, new Entry(true, Integer.toString(step), step, learnt(step)));
            }
        });
        return after;
    }

    private Optional<Integer> asked(int held, int known) {
        return database
                .jdbi()
                .withHandle(handle -> statements.about(
                        handle, StatementKind.HOLD, "ML-DS-001", Integer.class, hour(held), learnt(known)))
                .stream()
                .map(Stated::value)
                .findFirst();
    }

    /** Pairs of rows that are known at one time and hold at one time. */
    private int overlaps() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM registry_statement a"
                                + " JOIN registry_statement b ON a.ctid < b.ctid AND a.held_from < b.held_to AND b.held_from < a.held_to"
                                + " AND a.known_from < b.known_to AND b.known_from < a.known_to")
                        .mapTo(Integer.class)
                        .one());
    }

    private static Instant hour(int hour) {
        return MORNING.plus(Duration.ofHours(hour));
    }

    private static Instant learnt(int step) {
        return MORNING.plus(Duration.ofDays(step));
    }
}
