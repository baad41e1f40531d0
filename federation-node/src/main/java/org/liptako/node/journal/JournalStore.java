package org.liptako.node.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.EntryCommitment;
import org.liptako.pki.evidence.HashChain;
import org.liptako.pki.evidence.Salt;
import org.liptako.pki.name.State;

/** The journals' tables. Every method works in the caller's transaction. */
final class JournalStore {
    private static final String INSERT =
            "INSERT INTO journal_entry (state, index, commitment, salt, payload, head, recorded_at) ";
    private static final String ADDED = "unnest(:index, :commitment, :salt, :payload, :head) AS added";

    /** The end of a chain, and when its last entry was recorded. */
    record Tip(HashChain chain, Instant recordedAt) {
        /** The time of the next entry: now, but never before the entry before it, whatever the clock did; as precise as PostgreSQL keeps it. */
        Instant next(Instant now) {
            Instant precise = precise(now);
            return precise.isBefore(recordedAt) ? recordedAt : precise;
        }

        static Instant precise(Instant instant) {
            return instant.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** An entry and the chain that ends with it. */
    record Chained(JournalEntry entry, HashChain after) {}

    /** An entry and when this node recorded its payload. */
    record Recorded(JournalEntry entry, Instant at) {
        Place place() {
            return new Place(at, entry.index());
        }
    }

    /** Where an entry stands in the order in which this node read payloads. */
    record Place(Instant at, long index) implements Comparable<Place> {
        static final Place BEFORE_ALL = new Place(Instant.EPOCH, -1);

        @Override
        public int compareTo(Place other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? Long.compare(index, other.index) : byTime;
        }
    }

    /** Holds everyone else off the chain until the transaction ends. */
    Tip lock(Handle handle, State state) {
        return handle.createQuery("SELECT size, head, recorded_at FROM journal_chain WHERE state = :state FOR UPDATE")
                .bind("state", state.name())
                .map((row, context) -> new Tip(chain(row), instant(row, "recorded_at")))
                .one();
    }

    HashChain chain(Handle handle, State state) {
        return handle.createQuery("SELECT size, head FROM journal_chain WHERE state = :state")
                .bind("state", state.name())
                .map((row, context) -> chain(row))
                .one();
    }

    /** The chain as it was after so many entries; empty if it never had as many. */
    Optional<HashChain> chainAt(Handle handle, State state, long size) {
        if (size == 0) {
            return Optional.of(HashChain.EMPTY);
        }
        return handle.createQuery("SELECT head FROM journal_entry WHERE state = :state AND index = :index")
                .bind("state", state.name())
                .bind("index", size - 1)
                .map((row, context) -> new HashChain(size, Digest.of(row.getBytes("head"))))
                .findOne();
    }

    void insert(Handle handle, State state, JournalEntry entry, HashChain after, Instant recordedAt) {
        insert(handle, state, List.of(new Chained(entry, after)), recordedAt);
    }

    /** Adds entries by one statement. */
    void insert(Handle handle, State state, List<Chained> entries, Instant recordedAt) {
        bind(handle.createUpdate(INSERT + "SELECT :state, added.*, :recordedAt FROM " + ADDED), entries)
                .bind("state", state.name())
                .bind("recordedAt", timestamp(recordedAt))
                .execute();
    }

    /**
     * Adds entries to a chain that ends so and advances it, by one statement; as {@link #lock}, it holds everyone else off until the transaction ends.
     *
     * @return false, with nothing written, if the chain has another end
     */
    boolean extend(Handle handle, State state, Tip before, List<Chained> entries, Tip after) {
        return bind(
                                handle.createUpdate(
                                        "WITH grown AS (UPDATE journal_chain SET size = :size, head = :newHead, recorded_at = :recordedAt"
                                                + " WHERE state = :state AND size = :oldSize AND head = :oldHead RETURNING state) "
                                                + INSERT + "SELECT grown.state, added.*, :recordedAt FROM grown, "
                                                + ADDED),
                                entries)
                        .bind("state", state.name())
                        .bind("oldSize", before.chain().length())
                        .bind("oldHead", before.chain().head().toBytes())
                        .bind("size", after.chain().length())
                        .bind("newHead", after.chain().head().toBytes())
                        .bind("recordedAt", timestamp(after.recordedAt()))
                        .execute()
                > 0;
    }

    private static Update bind(Update update, List<Chained> entries) {
        return update.bind(
                        "index",
                        array(
                                "bigint",
                                entries.stream().map(row -> row.entry().index()).toArray(Long[]::new)))
                .bind(
                        "commitment",
                        bytes(entries, row -> row.entry().commitment().digest().toBytes()))
                .bind(
                        "salt",
                        bytes(
                                entries,
                                row -> row.entry()
                                        .opened()
                                        .map(opening -> opening.salt().toBytes())
                                        .orElse(null)))
                .bind(
                        "payload",
                        array(
                                "text",
                                entries.stream()
                                        .map(row -> row.entry()
                                                .opened()
                                                .map(Opening::payload)
                                                .orElse(null))
                                        .toArray(String[]::new)))
                .bind("head", bytes(entries, row -> row.after().head().toBytes()));
    }

    private static Argument bytes(List<Chained> entries, Function<Chained, byte @Nullable []> column) {
        return array("bytea", entries.stream().map(column).toArray(byte[][]::new));
    }

    private static Argument array(String type, @Nullable Object[] values) {
        return (position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf(type, values));
    }

    void advance(Handle handle, State state, Tip tip) {
        handle.createUpdate(
                        "UPDATE journal_chain SET size = :size, head = :head, recorded_at = :recordedAt WHERE state = :state")
                .bind("state", state.name())
                .bind("size", tip.chain().length())
                .bind("head", tip.chain().head().toBytes())
                .bind("recordedAt", timestamp(tip.recordedAt()))
                .execute();
    }

    /** Keeps the head of a followed journal as its State signed it, of two the larger. */
    void keepHead(Handle handle, State state, long size, String statement) {
        handle.createUpdate("INSERT INTO followed_head (state, size, statement) VALUES (:state, :size, :statement)"
                        + " ON CONFLICT (state) DO UPDATE SET size = :size, statement = :statement"
                        + " WHERE followed_head.size < :size")
                .bind("state", state.name())
                .bind("size", size)
                .bind("statement", statement)
                .execute();
    }

    Optional<String> head(Handle handle, State state) {
        return handle.createQuery("SELECT statement FROM followed_head WHERE state = :state")
                .bind("state", state.name())
                .mapTo(String.class)
                .findOne();
    }

    void heard(Handle handle, State state, Instant at) {
        handle.createUpdate("UPDATE journal_chain SET last_heard = :at WHERE state = :state")
                .bind("state", state.name())
                .bind("at", timestamp(at))
                .execute();
    }

    List<JournalEntry> read(Handle handle, State state, long first, int most) {
        return handle.createQuery("SELECT index, commitment, salt, payload FROM journal_entry"
                        + " WHERE state = :state AND index >= :first ORDER BY index LIMIT :most")
                .bind("state", state.name())
                .bind("first", first)
                .bind("most", most)
                .map((row, context) -> entry(row))
                .list();
    }

    /** Adds what opens an entry that was kept as its commitment. */
    void open(Handle handle, State state, long index, Opening opening, Instant at) {
        handle.createUpdate("UPDATE journal_entry SET salt = :salt, payload = :payload, opened_at = :at"
                        + " WHERE state = :state AND index = :index")
                .bind("state", state.name())
                .bind("index", index)
                .bind("salt", opening.salt().toBytes())
                .bind("payload", opening.payload())
                .bind("at", timestamp(at))
                .execute();
    }

    /** The last entries that are here as their commitments, in order. */
    List<Long> unopened(Handle handle, State state, int most) {
        return handle.createQuery("SELECT index FROM journal_entry WHERE state = :state AND payload IS NULL"
                        + " ORDER BY index DESC LIMIT :most")
                .bind("state", state.name())
                .bind("most", most)
                .mapTo(Long.class)
                .list()
                .reversed();
    }

    /** At most so many of the entries that were opened after they were read, in the order in which they were, after this one. */
    List<Recorded> readOpened(Handle handle, State state, Place after, int most) {
        return handle.createQuery("SELECT index, commitment, salt, payload, opened_at AS recorded_at FROM journal_entry"
                        + " WHERE state = :state AND opened_at IS NOT NULL AND (opened_at, index) > (:at, :index)"
                        + " ORDER BY opened_at, index LIMIT :most")
                .bind("state", state.name())
                .bind("at", timestamp(after.at()))
                .bind("index", after.index())
                .bind("most", most)
                .map((row, context) -> new Recorded(entry(row), instant(row, "recorded_at")))
                .list();
    }

    List<JournalEntry> read(Handle handle, State state, List<Long> indices) {
        return handle.createQuery("SELECT index, commitment, salt, payload FROM journal_entry"
                        + " WHERE state = :state AND index = ANY(:indices) ORDER BY index")
                .bind("state", state.name())
                .bind("indices", array("bigint", indices.toArray(Long[]::new)))
                .map((row, context) -> entry(row))
                .list();
    }

    /** At most so many entries from this index on, in order; those that were opened later as the commitments that they were. */
    List<Recorded> readRecorded(Handle handle, State state, long first, int most) {
        return handle.createQuery("SELECT index, commitment, recorded_at,"
                        + " CASE WHEN opened_at IS NULL THEN salt END AS salt,"
                        + " CASE WHEN opened_at IS NULL THEN payload END AS payload FROM journal_entry"
                        + " WHERE state = :state AND index >= :first ORDER BY index LIMIT :most")
                .bind("state", state.name())
                .bind("first", first)
                .bind("most", most)
                .map((row, context) -> new Recorded(entry(row), instant(row, "recorded_at")))
                .list();
    }

    /** The state, the chain and when it was last heard, of each journal in the order of their names; reachability is not the database's to know. */
    List<JournalStatus> statuses(Handle handle) {
        return handle.createQuery("SELECT state, size, head, last_heard FROM journal_chain ORDER BY state")
                .map((row, context) -> new JournalStatus(
                        State.valueOf(row.getString("state")), chain(row), nullableInstant(row, "last_heard"), false))
                .list();
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static HashChain chain(ResultSet row) throws SQLException {
        return new HashChain(row.getLong("size"), Digest.of(row.getBytes("head")));
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        byte @Nullable [] salt = row.getBytes("salt");
        String payload = row.getString("payload");
        return new JournalEntry(
                row.getLong("index"),
                new EntryCommitment(Digest.of(row.getBytes("commitment"))),
                salt == null || payload == null ? null : new Opening(Salt.of(salt), payload));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
