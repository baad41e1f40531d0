package org.liptako.node.exchange.grant;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.wire.Printable;
import org.liptako.pki.name.State;

/** Reads from the journals what each State, home or host, says of a grant; the first word of each counts. */
@Singleton
public final class HeardGrantProjection implements JournalProjection {
    /** Another State's node writes what it likes: PostgreSQL takes neither a NUL nor every instant. */
    private static final int LONGEST_OPERATION = 64;

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    @Override
    public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
        if (event instanceof PlacementGranted given
                && given.serial().home().equals(Optional.of(saidBy))
                && given.terms().dataset().home().equals(Optional.of(saidBy))) {
            note(handle, saidBy, new Word(given.serial(), given.terms(), given.expires()), given.versionRoot());
        } else if (event instanceof PlacementAccepted taken
                && taken.terms().targetSite().state().equals(Optional.of(saidBy))) {
            note(handle, saidBy, new Word(taken.serial(), taken.terms(), taken.expires()), taken.versionRoot());
        }
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM exchange_heard_grant");
    }

    private record Word(GrantSerial serial, PlacementTerms terms, Instant expires) {}

    private static void note(Handle handle, State saidBy, Word word, @Nullable VersionRoot root) {
        PlacementTerms terms = word.terms();
        Instant expires = word.expires().isAfter(LAST) ? LAST : word.expires();
        handle.createUpdate("INSERT INTO exchange_heard_grant (said_by, serial, dataset, operation, target_site,"
                        + " encrypted, version_root, expires) VALUES (:saidBy, :serial, :dataset, :operation, :site, :encrypted,"
                        + " :root, :expires) ON CONFLICT DO NOTHING")
                .bind("saidBy", saidBy.name())
                .bind("serial", word.serial().value())
                .bind("dataset", terms.dataset().value())
                .bind("operation", Printable.line(terms.operation(), LONGEST_OPERATION))
                .bind("site", terms.targetSite().value())
                .bind("encrypted", Boolean.TRUE.equals(terms.encrypted()))
                .bind("root", root == null ? null : root.value())
                .bind("expires", (expires.isBefore(Instant.EPOCH) ? Instant.EPOCH : expires).atOffset(ZoneOffset.UTC))
                .execute();
    }
}
