package org.liptako.node.operations.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.ServiceFigures;

class ServiceLineTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant END = at(1_000);
    private static final long SEED = 20261123;
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    @Test
    void whatNoProcessHasWrittenDownWasNotServed() {
        ServiceFigures figures = ServiceLine.ofOwn(
                START, END, List.of(span(Outcome.SERVING, 0, 400), span(Outcome.SERVING, 460, 1_000)), List.of());

        assertThat(figures).isEqualTo(new ServiceFigures(1_000, 940, 0, 60, 0, 0, 0, 1, 60));
        assertThat(figures.unavailable()).isEqualTo(60);
    }

    @Test
    void ofTwoProcessesTheOneThatServesIsEnough() {
        List<Span> first = List.of(span(Outcome.SERVING, 0, 500), span(Outcome.NOT_READY, 500, 520));
        List<Span> second = List.of(span(Outcome.NOT_READY, 480, 490), span(Outcome.SERVING, 490, 1_000));

        assertThat(ServiceLine.ofOwn(START, END, joined(first, second), List.of())
                        .serving())
                .isEqualTo(1_000);
        assertThat(ServiceLine.ofOwn(START, END, first, List.of()))
                .isEqualTo(new ServiceFigures(1_000, 500, 20, 480, 0, 0, 0, 1, 500));
    }

    @Test
    void whatIsPlannedIsKeptApartAndOnlyWhereNothingServed() {
        List<Span> spans = List.of(span(Outcome.SERVING, 0, 200), span(Outcome.SERVING, 300, 1_000));
        List<Planned> planned = List.of(new Planned(at(150), at(260)), new Planned(at(240), at(280)));

        assertThat(ServiceLine.ofOwn(START, END, spans, planned))
                .isEqualTo(new ServiceFigures(1_000, 900, 0, 20, 0, 80, 0, 1, 20));
    }

    @Test
    void ofAPeerOnlyWhatWasLookedAtAndNotFromBehindACutLinkCounts() {
        List<Span> spans = List.of(
                span(Outcome.SERVING, 0, 100),
                span(Outcome.UNREACHABLE, 100, 130),
                span(Outcome.CUT_OFF, 130, 330),
                span(Outcome.REFUSED, 330, 340),
                span(Outcome.NOT_READY, 340, 345),
                span(Outcome.SERVING, 400, 500));

        ServiceFigures figures = ServiceLine.ofPeer(START, END, spans, List.of(new Planned(at(110), at(200))));

        assertThat(figures).isEqualTo(new ServiceFigures(1_000, 200, 5, 10, 10, 20, 755, 2, 10));
        assertThat(figures.known()).isEqualTo(245);
    }

    @Test
    void whatReachesOverTheEdgesIsCutThere() {
        List<Span> spans =
                List.of(new Span(Outcome.SERVING, START.minusSeconds(500), at(10)), span(Outcome.SERVING, 990, 5_000));

        assertThat(ServiceLine.ofOwn(START, END, spans, List.of()).serving()).isEqualTo(20);
    }

    @Test
    void partsAlwaysAddUpToTheWholeAndAgreeWithAReckoningSecondBySecond() {
        Random random = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            List<Span> spans = new ArrayList<>();
            List<Planned> planned = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                int from = random.nextInt(1_200) - 100;
                spans.add(span(OUTCOMES.get(random.nextInt(OUTCOMES.size())), from, from + random.nextInt(400)));
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                int from = random.nextInt(1_000);
                planned.add(new Planned(at(from), at(from + random.nextInt(300))));
            }

            ServiceFigures own = ServiceLine.ofOwn(START, END, spans, planned);

            assertThat(own.serving() + own.notReady() + own.silent() + own.refused() + own.planned() + own.unknown())
                    .isEqualTo(own.seconds())
                    .isEqualTo(1_000);
            assertThat(own.serving()).isEqualTo(servedNaively(spans));
        }
    }

    private static long servedNaively(List<Span> spans) {
        long served = 0;
        for (int second = 0; second < 1_000; second++) {
            Instant at = at(second);
            boolean serves = spans.stream()
                    .anyMatch(span -> span.outcome() == Outcome.SERVING
                            && !span.from().isAfter(at)
                            && span.until().isAfter(at));
            served += serves ? 1 : 0;
        }
        return served;
    }

    private static List<Span> joined(List<Span> first, List<Span> second) {
        List<Span> all = new ArrayList<>(second);
        all.addAll(first);
        return all;
    }

    private static Span span(Outcome outcome, int from, int until) {
        return new Span(outcome, at(from), at(until));
    }

    private static Instant at(int second) {
        return START.plus(Duration.ofSeconds(second));
    }
}
