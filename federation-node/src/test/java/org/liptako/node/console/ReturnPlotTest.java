package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.liptako.node.campaign.Act;
import org.liptako.node.campaign.CopyView;
import org.liptako.node.campaign.RepatriatedCopy;
import org.liptako.node.console.ReturnPlot.OpenedCopy;
import org.liptako.node.console.ReturnPlot.Point;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;

class ReturnPlotTest {
    private static final Instant OPENED = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant NOW = OPENED.plus(Duration.ofDays(10));
    private static final long GB = 1_000_000_000L;

    @Test
    void goesDownWithEachCopyThatIsHome() {
        var plot = new ReturnPlot(List.of(copy(6, day(4), null), copy(3, null, day(15)), copy(1, null, day(20))), NOW);

        assertThat(plot.past()).containsExactly(new Point(OPENED, 10 * GB), new Point(day(4), 4 * GB));
        assertThat(plot.ahead()).containsExactly(new Point(day(15), GB), new Point(day(20), 0));
        assertThat(plot.pastLine()).isEqualTo("M0.0 0.0H80.0V60.0H200.0");
        assertThat(plot.aheadLine()).isEqualTo("M200.0 60.0H300.0V90.0H400.0V100.0H400.0");
        assertThat(plot.nowAt()).isEqualTo("200.0");
    }

    @Test
    void whatNobodyCanSayIsNotExpected() {
        var plot = new ReturnPlot(List.of(copy(6, null, null), copy(3, null, NOW.minusSeconds(1))), NOW);

        assertThat(plot.ahead()).isEmpty();
        assertThat(plot.aheadLine()).isEmpty();
        assertThat(plot.isDrawn()).as("nothing has come yet").isFalse();
    }

    @Test
    void whatWasTakenOutOrHasNoSizeIsNotDrawn() {
        assertThat(new ReturnPlot(List.of(), NOW).isDrawn()).isFalse();
        assertThat(new ReturnPlot(List.of(copy(0, null, null)), NOW).isDrawn()).isFalse();
        assertThat(new ReturnPlot(List.of(withdrawn(copy(5, null, null))), NOW).isDrawn())
                .isFalse();
    }

    @Test
    void anHourAgoIsDrawnOnADay() {
        var plot = new ReturnPlot(List.of(copy(1, null, null)), OPENED.plus(Duration.ofHours(6)));

        assertThat(plot.pastLine()).isEqualTo("M0.0 0.0H100.0");
    }

    @Test
    void aClockThatWasWrongDrawsNothingBeforeTheStart() {
        var plot = new ReturnPlot(List.of(copy(2, OPENED.minusSeconds(60), null)), NOW);

        assertThat(plot.past()).containsExactly(new Point(OPENED, 0));
        assertThat(plot.isDrawn()).isFalse();
    }

    private static Instant day(int day) {
        return OPENED.plus(Duration.ofDays(day));
    }

    private static OpenedCopy copy(long gigabytes, @Nullable Instant sealed, @Nullable Instant expected) {
        var copy = new RepatriatedCopy(
                new CampaignId("ML-ONE"),
                new DatasetId("ML-DS-001"),
                new SiteId("XX-EU-1"),
                "Ministère",
                OptionalLong.of(gigabytes),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(sealed),
                Optional.empty(),
                Optional.empty());
        return opened(copy, Optional.ofNullable(expected));
    }

    private static OpenedCopy withdrawn(OpenedCopy other) {
        RepatriatedCopy copy = other.view().copy();
        return opened(
                new RepatriatedCopy(
                        copy.campaign(),
                        copy.dataset(),
                        copy.site(),
                        copy.owner(),
                        copy.sizeGb(),
                        copy.statedDeadline(),
                        copy.plan(),
                        copy.arrival(),
                        copy.proved(),
                        copy.sealedAt(),
                        copy.erasedAt(),
                        Optional.of(new Act(NOW, "x", Optional.empty()))),
                Optional.empty());
    }

    private static OpenedCopy opened(RepatriatedCopy copy, Optional<Instant> expected) {
        return new OpenedCopy(
                new CopyView(copy, Optional.empty(), Optional.empty(), false, expected, Optional.empty(), List.of()),
                OPENED);
    }
}
