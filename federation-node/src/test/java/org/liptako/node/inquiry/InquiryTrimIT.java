package org.liptako.node.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.liptako.node.inquiry.TrialRegistry.operator;
import static org.liptako.node.inquiry.TrialRegistry.regulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.config.InquiryConfig;
import org.liptako.node.identity.Caller;
import org.liptako.pki.name.State;

/** Who asked what: for how long it is kept, and what its pages tell. */
class InquiryTrimIT {
    private static final Duration KEPT = Duration.ofDays(30);

    private final TrialRegistry mali = new TrialRegistry();

    @AfterEach
    void close() {
        mali.close();
    }

    @Test
    void keepsWhatIsYoungDropsWhatIsOldAndSaysThatItDid() {
        asked(regulator(State.ML), TrialRegistry.NOW.minus(Duration.ofDays(31)));
        asked(operator("ML-BKO-1"), TrialRegistry.NOW.minus(Duration.ofDays(30)).minusMillis(1));
        asked(regulator(State.ML), TrialRegistry.NOW.minus(Duration.ofDays(30)));
        asked(regulator(State.ML), TrialRegistry.NOW);

        assertThat(trim()).isEqualTo(2);

        assertThat(mali.desk().inquiries(regulator(State.ML), InquiryStore.Place.START, 10))
                .hasSize(2);
        assertThat(mali.desk().keptSince()).contains(TrialRegistry.NOW.minus(KEPT));
        assertThat(mali.desk().trims(regulator(State.ML)))
                .extracting(
                        TrimStore.Trim::at, TrimStore.Trim::askedBefore, TrimStore.Trim::keptFor, TrimStore.Trim::rows)
                .containsExactly(tuple(TrialRegistry.NOW, TrialRegistry.NOW.minus(KEPT), KEPT, 2L));
    }

    @Test
    void saysNothingWhereNothingWasDropped() {
        asked(regulator(State.ML), TrialRegistry.NOW);

        assertThat(trim()).isZero();
        assertThat(mali.desk().keptSince()).isEmpty();
        assertThat(mali.desk().trims(regulator(State.ML))).isEmpty();
    }

    @Test
    void howManyWereDroppedIsForTheStatesOwnRegulator() {
        asked(regulator(State.ML), TrialRegistry.NOW.minus(Duration.ofDays(31)));
        trim();

        assertThat(mali.desk().trims(operator("ML-BKO-1"))).isEmpty();
        assertThat(mali.desk().trims(regulator(State.NE))).isEmpty();
    }

    @Test
    void pagesGiveEveryQuestionOnceWhateverWasAskedAtTheSameInstant() {
        Caller operator = operator("ML-BKO-1");
        for (int i = 0; i < 7; i++) {
            asked(operator, TrialRegistry.NOW.minusSeconds(i / 3));
            asked(regulator(State.ML), TrialRegistry.NOW.minusSeconds(i / 3));
        }
        for (int most = 1; most <= 8; most++) {
            assertThat(ids(operator, most)).as("pages of %s", most).hasSize(7).doesNotHaveDuplicates();
            assertThat(ids(regulator(State.ML), most)).hasSize(14).doesNotHaveDuplicates();
        }
    }

    @Test
    void aPlaceInOnesOwnListDoesNotTellHowManyOthersAsked() {
        Caller operator = operator("ML-BKO-1");
        asked(operator, TrialRegistry.NOW.minusSeconds(2));
        asked(operator, TrialRegistry.NOW);
        InquiryStore.Place alone = place(operator);

        mali.database().jdbi().useHandle(handle -> handle.execute("TRUNCATE inquiry"));
        asked(operator, TrialRegistry.NOW.minusSeconds(2));
        asked(regulator(State.ML), TrialRegistry.NOW.minusSeconds(1));
        asked(regulator(State.ML), TrialRegistry.NOW);
        asked(operator, TrialRegistry.NOW);

        assertThat(place(operator)).isEqualTo(alone);
    }

    private InquiryStore.Place place(Caller caller) {
        return InquiryStore.Place.START.after(mali.desk().inquiries(caller, InquiryStore.Place.START, 1));
    }

    private List<Long> ids(Caller caller, int most) {
        List<Long> ids = new ArrayList<>();
        InquiryStore.Place from = InquiryStore.Place.START;
        List<InquiryStore.Inquiry> page = mali.desk().inquiries(caller, from, most);
        while (!page.isEmpty()) {
            page.forEach(inquiry -> ids.add(inquiry.id()));
            from = from.after(page);
            page = mali.desk().inquiries(caller, from, most);
        }
        return ids;
    }

    private long trim() {
        Clock clock = Clock.fixed(TrialRegistry.NOW, ZoneOffset.UTC);
        try (InquiryTrim trim = new InquiryTrim(mali.database().jdbi(), clock, new InquiryConfig(KEPT))) {
            return trim.trim();
        }
    }

    private void asked(Caller caller, Instant at) {
        mali.desk().ask(caller, new Asked(Question.ABROAD, Map.of(Blank.STATE, "ML"), at).checked(), Cursor.START, 1);
    }
}
