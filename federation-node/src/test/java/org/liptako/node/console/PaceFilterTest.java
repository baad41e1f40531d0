package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of one address within one minute. */
class PaceFilterTest {
    private final PaceFilter pace = new PaceFilter(Clock.fixed(Instant.parse("2026-03-01T06:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void askAsOftenAsOneMay() {
        for (int i = 0; i < PaceFilter.MOST; i++) {
            assertThat(answer("/datasets")).isNull();
        }
    }

    @Test
    void whoAsksWithoutEndIsToldToWait() {
        HttpResponse<?> refused = answer("/datasets");

        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("60");
    }

    @Test
    void programsOfThisMachineAreNotCounted() {
        assertThat(answer("/health")).isNull();
    }

    private @Nullable HttpResponse<?> answer(String path) {
        return pace.refuseTheHasty(HttpRequest.GET(path));
    }
}
