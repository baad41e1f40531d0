package org.liptako.node.console.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.identity.Caller;

/** Keeps the links that sign somebody in: of all processes of the State, by digest. Thread-safe. */
final class LinkStore {
    /** So long somebody who comes late is told why, and not that there never was such a link. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Jdbi jdbi;

    LinkStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps a link; one that the same certificate has asked for before and nobody used is void. */
    void add(Secret secret, Caller caller, ShownChain chain, Instant now, Instant expires) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("DELETE FROM console_link WHERE expires_at < :then"
                            + " OR (fingerprint = :fingerprint AND used_at IS NULL)")
                    .bind("then", at(now.minus(REMEMBERED)))
                    .bind("fingerprint", caller.fingerprint())
                    .execute();
            handle.createUpdate("INSERT INTO console_link (digest, party, fingerprint, chain, expires_at)"
                            + " VALUES (:digest, :party, :fingerprint, :chain, :expires)")
                    .bind("digest", secret.digest())
                    .bind("party", caller.party().toString())
                    .bind("fingerprint", caller.fingerprint())
                    .bind("chain", chain.bytes())
                    .bind("expires", at(expires))
                    .execute();
        });
    }

    /** Uses a link up: of however many who try at once, in whichever processes, one is given its chain. */
    Optional<ShownChain> use(Secret secret, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("UPDATE console_link SET used_at = :now"
                                + " WHERE digest = :digest AND used_at IS NULL AND expires_at > :now RETURNING chain")
                        .bind("digest", secret.digest())
                        .bind("now", at(now))
                        .mapTo(byte[].class)
                        .findOne())
                .map(ShownChain::of);
    }

    /** The chain of a link that lets somebody in; empty if it lets nobody in. The link is as good as before. */
    Optional<ShownChain> look(Secret secret, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT chain FROM console_link"
                                + " WHERE digest = :digest AND used_at IS NULL AND expires_at > :now")
                        .bind("digest", secret.digest())
                        .bind("now", at(now))
                        .mapTo(byte[].class)
                        .findOne())
                .map(ShownChain::of);
    }

    /** Why a link lets nobody in. */
    EntryRefusal objection(Secret secret) {
        return jdbi.withHandle(handle -> used(handle, secret))
                .map(used -> used ? EntryRefusal.LINK_USED : EntryRefusal.LINK_EXPIRED)
                .orElse(EntryRefusal.LINK_UNKNOWN);
    }

    private static Optional<Boolean> used(Handle handle, Secret secret) {
        return handle.createQuery("SELECT used_at IS NOT NULL FROM console_link WHERE digest = :digest")
                .bind("digest", secret.digest())
                .mapTo(Boolean.class)
                .findOne();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
