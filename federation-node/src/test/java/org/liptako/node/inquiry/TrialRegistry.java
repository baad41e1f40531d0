package org.liptako.node.inquiry;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.FakeStatements;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.possession.holding.HoldingProjection;
import org.liptako.node.registry.RegistryCoverage;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;

/** Mali's registry, made of what the three journals say here, and its desk. */
final class TrialRegistry implements AutoCloseable {
    static final Instant NOW = RegistryFixture.MORNING.plus(Duration.ofHours(24));

    private final TestDatabase database = TestDatabase.fresh();
    private final List<JournalProjection> projections =
            List.of(new RegistryProjection(), new RulingProjection(), new HoldingProjection());
    private final Map<State, Long> indexes = new EnumMap<>(State.class);
    private final InquiryDesk desk;
    private final KeptQuestions kept;

    TrialRegistry() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Journal journal = new Journal(database.jdbi(), State.ML, clock, List.of());
        this.desk = new InquiryDesk(
                database.jdbi(),
                new RegistryCoverage(
                        new PeerJournals(database.jdbi(), journal, clock, FakeStatements.VERIFIER, List.of()),
                        state -> OptionalLong.empty()),
                new NodeConfig(State.ML, RegistryFixture.BAMAKO, 1, Zone.INTERNAL, true, Path.of("unused")));
        this.kept = new KeptQuestions(database.jdbi());
    }

    InquiryDesk desk() {
        return desk;
    }

    KeptQuestions kept() {
        return kept;
    }

    TestDatabase database() {
        return database;
    }

    /** So many hours after the morning. */
    static Instant hour(int hour) {
        return RegistryFixture.MORNING.plus(Duration.ofHours(hour));
    }

    static Caller regulator(State state) {
        return new Caller(Party.of(state, Role.REGULATOR, "1"), "00", "01");
    }

    static Caller operator(String site) {
        return new Caller(Party.at(new SiteId(site), Role.OPERATOR, "1"), "00", "01");
    }

    void say(State state, JournalEvent event) {
        say(state, event, event.at());
    }

    /** An entry of a State's journal, read here at an instant. */
    void say(State state, JournalEvent event, Instant recordedAt) {
        long index = indexes.merge(state, 0L, (before, zero) -> before + 1);
        database.jdbi().useTransaction(handle -> {
            handle.createUpdate(
                            "INSERT INTO journal_entry VALUES (:state, :index, :digest, :digest, :payload, :digest, :at)")
                    .bind("state", state.name())
                    .bind("index", index)
                    .bind("digest", "0".repeat(32).getBytes(StandardCharsets.UTF_8))
                    .bind("payload", JournalJson.write(event))
                    .bind("at", recordedAt.atOffset(ZoneOffset.UTC))
                    .execute();
            for (JournalProjection projection : projections) {
                projection.apply(handle, state, index, event, recordedAt);
            }
        });
    }

    /** The first page of an answer. */
    Answer ask(Caller caller, Question question, Map<Blank, String> blanks) {
        return desk.ask(caller, new Asked(question, blanks, NOW).checked(), Cursor.START, 100);
    }

    @Override
    public void close() {
        database.close();
    }
}
