package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.config.EngineChoice;
import org.liptako.node.config.RulesConfig;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.JournalLossOrdered;
import org.liptako.node.journal.event.Register;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;

/** A node whose program reads more in the journals than the last one did reads them anew when it starts, once. */
class ProjectionUpkeepIT {
    private final TestDatabase database = TestDatabase.fresh();
    private final Journal journal =
            new Journal(database.jdbi(), State.ML, Clock.systemUTC(), ProjectionUpkeep.projections(State.ML));

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aStartAfterAnOlderProgramReadsTheJournalsAnew() throws IOException {
        List<String> live = recorded();
        forget();

        start();

        assertThat(rows()).containsAll(live);
    }

    @Test
    void aStartAfterTheSameProgramReadsNothingAnew() throws IOException {
        List<String> live = recorded();
        start();
        forget();

        start();

        assertThat(rows()).doesNotContainAnyElementsOf(live);
    }

    @Test
    void aProgramThatReadsMoreThanTheLastOneReadsAnew() {
        List<String> live = recorded();
        ProjectionUpkeep upkeep = new ProjectionUpkeep(database.jdbi(), State.ML);
        upkeep.bringUpToDate();
        forget();
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE projection_reading SET version = ?", ProjectionUpkeep.READING - 1));

        upkeep.bringUpToDate();

        assertThat(rows()).isEqualTo(live);
    }

    @Test
    void entriesThatWereGivenUpAreReadAnewToo() {
        journal.append(new JournalLossOrdered(
                journal.now(),
                0,
                3,
                List.of(State.BF),
                List.of(State.NE),
                journal.now(),
                Digest.over(new byte[0]),
                List.of("Awa", "Issa"),
                null));
        List<String> live = abandoned();
        database.jdbi().useHandle(handle -> handle.execute("DELETE FROM journal_abandoned"));

        new ProjectionUpkeep(database.jdbi(), State.ML).bringUpToDate();

        assertThat(live).hasSize(2);
        assertThat(abandoned()).isEqualTo(live);
    }

    private void start() throws IOException {
        Node.start(LoneNode.settings(
                        directory,
                        database.config(),
                        new RulesConfig(Path.of("src/main/samples/rules"), EngineChoice.EMBEDDED, null)))
                .close();
    }

    private List<String> recorded() {
        journal.append(new RegisterDeclared(journal.now(), Register.HOLDS, true));
        journal.append(new HoldRecorded(journal.now(), new DatasetId("ML-DS-006"), true, "TGI 2026/1"));
        return rows();
    }

    private void forget() {
        database.jdbi().useHandle(handle -> handle.execute("DELETE FROM registry_statement"));
    }

    private List<String> rows() {
        return rows("registry_statement");
    }

    private List<String> abandoned() {
        return rows("journal_abandoned");
    }

    private List<String> rows(String table) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT r::text FROM <table> r ORDER BY 1")
                        .define("table", table)
                        .mapTo(String.class)
                        .list());
    }
}
