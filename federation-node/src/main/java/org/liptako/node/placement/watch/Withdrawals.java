package org.liptako.node.placement.watch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.GrantWithdrawn;
import org.liptako.node.placement.WithdrawnGrants;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** The grants that have lost their ground, as the journals known here say. Thread-safe. */
public final class Withdrawals implements WithdrawnGrants {
    /** Another State's node writes what it likes: PostgreSQL takes no NUL, and nobody reads on for ever. */
    private static final int LONGEST = 2_000;

    private final Jdbi jdbi;

    public Withdrawals(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Why nothing more may be done under a grant, with the rule and its article; empty as long as it stands. Only the States that the grant binds are heard.
     *
     * @param site where the grant lets a copy be
     */
    @Override
    public Optional<Sentence> of(GrantSerial serial, SiteId site) {
        List<String> parties = Stream.of(serial.home(), site.state())
                .flatMap(Optional::stream)
                .map(State::name)
                .toList();
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT said_by, words_fr, words_en FROM watch_withdrawal WHERE serial = :serial AND said_by = ANY (:parties)"
                                + " ORDER BY said_by LIMIT 1")
                .bind("serial", serial.value())
                .bindArray("parties", String.class, parties)
                .map((row, context) -> words(
                        serial,
                        State.valueOf(row.getString("said_by")),
                        new Sentence(row.getString("words_fr"), row.getString("words_en"))))
                .findOne());
    }

    private static Sentence words(GrantSerial serial, State by, Sentence why) {
        return new Sentence(
                "L'autorisation " + serial + " est retirée par l'État " + by.french() + " : " + why.fr(),
                "The grant " + serial + " is withdrawn by " + by.english() + ": " + why.en());
    }

    static void note(Handle handle, State saidBy, GrantWithdrawn withdrawn) {
        handle.createUpdate("INSERT INTO watch_withdrawal (serial, said_by, words_fr, words_en)"
                        + " VALUES (:serial, :saidBy, :fr, :en) ON CONFLICT DO NOTHING")
                .bind("serial", withdrawn.grant().value())
                .bind("saidBy", saidBy.name())
                .bind("fr", Printable.line(withdrawn.words().fr(), LONGEST))
                .bind("en", Printable.line(withdrawn.words().en(), LONGEST))
                .execute();
    }

    static void clear(Handle handle) {
        handle.execute("DELETE FROM watch_withdrawal");
    }
}
