package org.liptako.node.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.inquiry.TrialDatasets.BEGIN;
import static org.liptako.node.inquiry.TrialDatasets.END;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.Registry;
import org.liptako.pki.name.State;

/** {@link BitemporalMeasure} over a few rows: the answers against a plain model, and the plans by which PostgreSQL finds them. */
class BitemporalIT {
    private static final int ROWS = 20_000;
    private static final int QUESTIONS = 400;
    private static final int PAGE = 100;

    private static TestDatabase database;
    private static FilledRegistry filled;
    private static ExplainedConnections explained;
    private static Answers answers;

    @BeforeAll
    static void fill() {
        database = TestDatabase.fresh();
        filled = FilledRegistry.fill(database.jdbi(), ROWS);
        explained = new ExplainedConnections(database.config().url());
        answers = new Answers(Jdbi.create(explained));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void whereEachCopyWasThenAsKnownThenIsWhatTheModelSays() {
        Registry registry = new Registry(database.jdbi(), State.ML, Clock.fixed(END, ZoneOffset.UTC));
        Random random = new Random(7);
        for (int question = 0; question < QUESTIONS; question++) {
            int dataset = random.nextInt(filled.datasets());
            Instant held = anyInstant(random);
            Instant known = anyInstant(random);
            assertThat(registry.where(TrialDatasets.id(dataset), held, known))
                    .extracting(copy -> copy.site() + " " + copy.source().saidBy() + " "
                            + copy.state().status())
                    .as("%d at %s as known at %s", dataset, held, known)
                    .containsExactlyInAnyOrderElementsOf(expected(dataset, held, known));
        }
    }

    @Test
    void whereItWasIsReadByBothTimesFromOneIndex() {
        explained.takePlans();
        ask(asked(
                Question.COPIES_THEN,
                Map.of(
                        Blank.DATASET, TrialDatasets.id(filled.datasets() - 1).value(),
                        Blank.ON, END.minus(Duration.ofDays(300)).toString(),
                        Blank.KNOWN, END.minus(Duration.ofDays(200)).toString())));

        List<String> plans = explained.takePlans();
        assertThat(plans).isNotEmpty().noneSatisfy(BitemporalIT::readsTheWholeTable);
        assertThat(plans.getFirst())
                .contains("registry_statement_then")
                .contains("held_from <=")
                .doesNotContain("Rows Removed by Filter");
    }

    @Test
    void aPageOfWhatLiesAbroadIsReadByAnIndexHoweverMuchIsSecret() {
        for (State reader : State.values()) {
            explained.takePlans();
            answers.page(abroad(Map.of()), new Disclosure(reader), Cursor.START, PAGE);

            List<String> plans = explained.takePlans();
            assertThat(plans).noneSatisfy(BitemporalIT::readsTheWholeTable);
            assertThat(plans.stream().filter(plan -> plan.contains("registry_statement_abroad_now")))
                    .as("the page, and whether anything comes after it")
                    .hasSize(2)
                    .allSatisfy(plan -> assertThat(plan).doesNotContain("Sort Key"));
        }
    }

    @Test
    void whatLayAbroadThenIsReadByAnIndex() {
        explained.takePlans();
        answers.page(
                abroad(Map.of(
                        Blank.ON, END.minus(Duration.ofDays(300)).toString(),
                        Blank.KNOWN, END.minus(Duration.ofDays(200)).toString())),
                new Disclosure(State.NE),
                Cursor.START,
                PAGE);

        List<String> plans = explained.takePlans();
        assertThat(plans).noneSatisfy(BitemporalIT::readsTheWholeTable);
        assertThat(plans.getFirst()).contains("registry_statement_abroad_then");
    }

    @Test
    void thePagesOfWhatLiesAbroadAreTogetherWhatTheModelSays() {
        for (State reader : State.values()) {
            List<String> read = new ArrayList<>();
            Cursor next = Cursor.START;
            do {
                Page page = answers.page(abroad(Map.of()), new Disclosure(reader), next, PAGE);
                page.rows()
                        .forEach(row -> read.add(row.cell(Column.DATASET).value() + " "
                                + row.cell(Column.SITE).value()));
                next = page.next();
            } while (!next.isStart());

            assertThat(read).as(reader.name()).containsExactlyElementsOf(modelAbroad(reader));
        }
    }

    private static List<String> modelAbroad(State reader) {
        return IntStream.range(0, filled.datasets())
                .filter(dataset -> TrialDatasets.home(dataset) == State.ML)
                .boxed()
                .flatMap(dataset -> TrialDatasets.copies(dataset).stream()
                        .filter(CopyHistory::authoritative)
                        .filter(copy -> !copy.site().state().equals(Optional.of(State.ML)))
                        .filter(copy -> copy.at(END, END)
                                .filter(status -> CopyAnswer.LYING_THERE.contains(status.name()))
                                .isPresent())
                        .filter(copy -> reader == State.ML
                                || !filled.trial().isSecret(dataset)
                                || copy.site().state().equals(Optional.of(reader)))
                        .map(copy -> TrialDatasets.id(dataset) + " " + copy.site()))
                .sorted()
                .toList();
    }

    private static List<String> expected(int dataset, Instant held, Instant known) {
        return TrialDatasets.copies(dataset).stream()
                .flatMap(copy ->
                        copy.at(held, known).stream().map(status -> copy.site() + " " + copy.saidBy() + " " + status))
                .toList();
    }

    private static Instant anyInstant(Random random) {
        return BEGIN.plusSeconds(random.nextLong(Duration.between(BEGIN, END).toSeconds()));
    }

    private static void readsTheWholeTable(String plan) {
        assertThat(plan).contains("Seq Scan on registry_statement");
    }

    private static void ask(Asked asked) {
        answers.page(asked, new Disclosure(State.ML), Cursor.START, PAGE);
    }

    private static Asked abroad(Map<Blank, String> more) {
        return asked(
                Question.ABROAD,
                Stream.concat(Stream.of(Map.entry(Blank.STATE, "ML")), more.entrySet().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Asked asked(Question question, Map<Blank, String> blanks) {
        return new Asked(question, blanks, END).checked();
    }
}
