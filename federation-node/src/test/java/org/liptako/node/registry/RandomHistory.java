package org.liptako.node.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.FakeStatements;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.JournalHeads;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.JournalReplay;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.rulebook.HandSetClock;
import org.liptako.pki.name.State;

/**
 * Two weeks of three States, each with two processes on one database, that say things at random, follow each other late and by pieces, and are started anew; Niger is
 * cut off for three of the fourteen days. Everything comes from a seed.
 */
final class RandomHistory implements AutoCloseable {
    private static final Duration LENGTH = Duration.ofDays(14);
    private static final Duration AWAY_FROM = Duration.ofDays(5);
    private static final Duration AWAY = Duration.ofDays(3);
    private static final int PROCESSES = 2;
    private static final int MOST_READ = 700;
    private static final String EVERYTHING = "SELECT * FROM registry_statement";

    private final Random random;
    private final HandSetClock clock = new HandSetClock(RegistryFixture.MORNING);
    private final AnyEvent events;
    private final Map<State, Node> nodes = new EnumMap<>(State.class);

    RandomHistory(long seed, int datasets) {
        random = new Random(seed);
        events = new AnyEvent(random, datasets);
        for (State state : State.values()) {
            nodes.put(state, new Node(state));
        }
    }

    /**
     * Lets so many things be said, then everyone read everything. Time goes on by turns: in each, every State says what is its to say beside the others, then reads beside the others.
     *
     * @param turn how many things are said in a turn; what is drawn from the seed depends on it, and on nothing else
     */
    void unfold(int count, int turn) {
        Duration step = LENGTH.dividedBy(count);
        Instant begun = clock.instant();
        for (int said = 0; said < count; said += turn) {
            int now = Math.min(turn, count - said);
            clock.advance(step.multipliedBy(now));
            Duration since = Duration.between(begun, clock.instant());
            boolean away = since.compareTo(AWAY_FROM) > 0 && since.compareTo(AWAY_FROM.plus(AWAY)) < 0;
            Map<State, List<Runnable>> sayings = new EnumMap<>(State.class);
            Map<State, List<Runnable>> readings = new EnumMap<>(State.class);
            List<Node> anew = new ArrayList<>();
            for (int i = 0; i < now; i++) {
                Node speaker = any();
                add(sayings, speaker, speaker.says(events));
                if (random.nextInt(40) == 0) {
                    Node reader = any();
                    Node read = any();
                    if (!(away && (reader.state == State.NE || read.state == State.NE))) {
                        int most = 1 + random.nextInt(MOST_READ);
                        int process = random.nextInt(PROCESSES);
                        add(readings, reader, () -> reader.follow(read, most, process));
                    }
                }
                if (random.nextInt(200) == 0) {
                    anew.add(any());
                }
            }
            sideBySide(sayings);
            sideBySide(readings);
            anew.forEach(Node::startAnew);
        }
        catchUp();
    }

    private static void add(Map<State, List<Runnable>> works, Node node, Runnable work) {
        works.computeIfAbsent(node.state, state -> new ArrayList<>()).add(work);
    }

    /** Each State does its own work in order; of another it reads what that has committed in its own journal, to which nothing is added meanwhile. */
    private static void sideBySide(Map<State, List<Runnable>> works) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            works.values().stream()
                    .map(own -> CompletableFuture.runAsync(() -> own.forEach(Runnable::run), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    /** Everyone reads what the others have said meanwhile, to the end: side by side, for each writes into its own database. */
    private void catchUp() {
        nodes.values().parallelStream().forEach(reader -> {
            for (Node read : nodes.values()) {
                while (reader.isBehind(read)) {
                    reader.follow(read, MOST_READ, 0);
                }
            }
        });
    }

    /** How many rows a rebuild adds, changes or loses at each State, and what it takes: side by side too. */
    Map<State, Rebuild> rebuilds() {
        Map<State, Rebuild> rebuilds = new ConcurrentHashMap<>();
        nodes.keySet().parallelStream().forEach(state -> {
            long begun = System.nanoTime();
            long differences = differencesOfARebuild(state);
            rebuilds.put(state, new Rebuild(rows(state), differences, Duration.ofNanos(System.nanoTime() - begun)));
        });
        return new EnumMap<>(rebuilds);
    }

    /** What a rebuild has come to. */
    record Rebuild(long rows, long differences, Duration took) {}

    /** How many rows a rebuild from the journals adds, changes or loses at a State; 0 is what is wanted. */
    long differencesOfARebuild(State state) {
        Jdbi jdbi = jdbi(state);
        jdbi.useHandle(handle -> handle.execute("CREATE TABLE live AS " + EVERYTHING));
        new JournalReplay(jdbi, List.of(new RegistryProjection())).run();
        return jdbi.withHandle(handle -> count(handle, "(" + EVERYTHING + " EXCEPT ALL SELECT * FROM live)")
                + count(handle, "(SELECT * FROM live EXCEPT ALL " + EVERYTHING + ")"));
    }

    /** How many rows a State's registry has, those that are overruled included. */
    long rows(State state) {
        return jdbi(state).withHandle(handle -> count(handle, "registry_statement"));
    }

    /** What a State takes to hold now, whenever it has learnt it. */
    void knownNow(State state, Consumer<List<String>> reader) {
        reader.accept(jdbi(state)
                .withHandle(handle -> handle.createQuery("SELECT concat_ws('|', kind, subject, place, said_by,"
                                + " authoritative, value, journal_index, held_from, held_to) FROM registry_statement"
                                + " WHERE known_to = 'infinity' ORDER BY 1")
                        .mapTo(String.class)
                        .list()));
    }

    private static long count(Handle handle, String rows) {
        return handle.createQuery("SELECT count(*) FROM " + rows + " AS counted")
                .mapTo(Long.class)
                .one();
    }

    private Jdbi jdbi(State state) {
        return Objects.requireNonNull(nodes.get(state)).database.jdbi();
    }

    private Node any() {
        return List.copyOf(nodes.values()).get(random.nextInt(nodes.size()));
    }

    @Override
    public void close() {
        nodes.values().forEach(node -> node.database.close());
    }

    private final class Node {
        private final State state;
        private final TestDatabase database = TestDatabase.fresh();
        private final List<JournalProjection> projections = List.of(new RegistryProjection());
        private final Journal[] journals = new Journal[PROCESSES];
        private final PeerJournals[] peers = new PeerJournals[PROCESSES];

        Node(State state) {
            this.state = state;
            startAnew();
        }

        private void startAnew() {
            for (int process = 0; process < PROCESSES; process++) {
                journals[process] = new Journal(database.jdbi(), state, clock, projections);
                peers[process] = new PeerJournals(
                        database.jdbi(), journals[process], clock, FakeStatements.VERIFIER, projections);
            }
        }

        private Runnable says(AnyEvent events) {
            Journal journal = journals[random.nextInt(PROCESSES)];
            JournalEvent event = events.saidBy(state, journal.now());
            return () -> journal.append(event);
        }

        private boolean isBehind(Node read) {
            return known(read) < read.journals[0].chain().length();
        }

        private long known(Node read) {
            return peers[0].status(read.state).chain().length();
        }

        private void follow(Node read, int most, int process) {
            if (read == this) {
                return;
            }
            long known = known(read);
            List<JournalEntry> entries = read.journals[process].read(known, most);
            JournalHeads heads =
                    new JournalHeads(read.database.jdbi(), read.journals[0], FakeStatements.of(read.state));
            peers[process].follow(read.state, known, entries, heads.headAt(known + entries.size()));
        }
    }
}
