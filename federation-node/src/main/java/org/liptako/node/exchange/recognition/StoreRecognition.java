package org.liptako.node.exchange.recognition;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.ReplacedStore;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.store.StoreIdentity;
import org.liptako.node.wire.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recognises this site's store by its identity, which it gives to one that is used for the first time. It is looked at again whenever the
 * store is used, unless what was seen of it still holds, so a disk that is mounted later is known without a restart. Thread-safe.
 */
final class StoreRecognition {
    private static final Logger LOG = LoggerFactory.getLogger(StoreRecognition.class);

    private final SiteRecord own;
    private final ReplicaStore store;
    private final Terms terms;
    private final StoreWords words;
    private final RememberedStores remembered;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();
    private final AtomicReference<@Nullable Refused> refused = new AtomicReference<>();
    private final AtomicReference<Optional<Sentence>> told = new AtomicReference<>(Optional.empty());

    /**
     * How it recognises.
     *
     * @param place where the store is, for an operator
     * @param goodFor how long what was seen of it holds, whether it was known or refused: a bucket is not unmounted between two calls
     * @param replaced what an operator says was replaced, if anything
     */
    record Terms(String place, Duration goodFor, @Nullable ReplacedStore replaced) {}

    private record Known(UUID name, long seenNanos) {}

    /** To find it out again takes the lock and a connection, and may ask the store for many copies. */
    private record Refused(Sentence why, long seenNanos) {}

    StoreRecognition(SiteRecord own, ReplicaStore store, Terms terms) {
        this.own = own;
        this.store = store;
        this.terms = terms;
        this.words = new StoreWords(terms.place(), own.site());
        this.remembered = new RememberedStores(own.clock());
    }

    /**
     * Why the store is not this site's, as far as can be told; empty if it is.
     *
     * @throws IOException if it cannot be looked at
     */
    Optional<Sentence> refusal() throws IOException {
        Known before = known.get();
        long now = System.nanoTime();
        if (before != null && isFresh(before.seenNanos(), now)) {
            return Optional.empty();
        }
        Refused barred = refused.get();
        if (barred != null && isFresh(barred.seenNanos(), now)) {
            return Optional.of(barred.why());
        }
        if (before != null && isStill(before.name())) {
            known.set(new Known(before.name(), now));
            refused.set(null);
            tell(Optional.empty());
            return Optional.empty();
        }
        Optional<Sentence> refusal = own.jdbi().inTransaction(this::recognise);
        refused.set(refusal.map(why -> new Refused(why, System.nanoTime())).orElse(null));
        tell(refusal);
        return refusal;
    }

    private boolean isFresh(long seenNanos, long now) {
        return now - seenNanos < terms.goodFor().toNanos();
    }

    private boolean isStill(UUID name) throws IOException {
        return store.identity().filter(found -> found.name().equals(name)).isPresent();
    }

    private Optional<Sentence> recognise(Handle handle) throws IOException {
        RememberedStores.inTurn(handle);
        Optional<UUID> used = remembered.of(handle, own.site());
        Optional<StoreIdentity> found = store.identity();
        if (found.isPresent() && !found.get().site().equals(own.site())) {
            return Optional.of(words.ofAnotherSite(found.get()));
        }
        if (found.isPresent() && found.map(StoreIdentity::name).equals(used)) {
            known.set(new Known(found.get().name(), System.nanoTime()));
            return Optional.empty();
        }
        ReplacedStore replaced = terms.replaced();
        if (replaced != null && replaced.is(used)) {
            StoreIdentity taken = take(handle, found.orElseGet(() -> StoreIdentity.first(own.site())));
            LOG.warn(
                    "By liptako.exchange.replaces-store, the store of site {} ({}) is now {}; what lay in {} only is missing.",
                    own.site(),
                    terms.place(),
                    taken.name(),
                    used.map(UUID::toString).orElse("the one before"));
            return Optional.empty();
        }
        return used.isPresent() ? knownByItsCopies(handle, used.get(), found) : first(handle, found);
    }

    /** Of a node that has remembered no store yet. */
    private Optional<Sentence> first(Handle handle, Optional<StoreIdentity> found) throws IOException {
        ClaimedCopies copies = ClaimedCopies.in(store, own);
        if (!copies.isNone() && !copies.areMostlyHere()) {
            return Optional.of(words.withoutItsCopies(copies));
        }
        take(handle, found.orElseGet(() -> StoreIdentity.first(own.site())));
        return Optional.empty();
    }

    /** One from which only the mark was removed, or that was copied without it. */
    private Optional<Sentence> knownByItsCopies(Handle handle, UUID used, Optional<StoreIdentity> found)
            throws IOException {
        if (found.isPresent()) {
            return Optional.of(words.another(used, found.get()));
        }
        if (!ClaimedCopies.in(store, own).areMostlyHere()) {
            return Optional.of(words.nothing(used));
        }
        take(handle, new StoreIdentity(used, own.site()));
        return Optional.empty();
    }

    /** In the store before the database: what a kill leaves is recognised at the next start. */
    private StoreIdentity take(Handle handle, StoreIdentity identity) throws IOException {
        store.identify(identity);
        remembered.put(handle, own.site(), identity.name());
        known.set(new Known(identity.name(), System.nanoTime()));
        return identity;
    }

    /** Once, as long as it lasts. */
    private void tell(Optional<Sentence> refusal) {
        Optional<Sentence> before = told.getAndSet(refusal);
        if (!before.equals(refusal)) {
            refusal.ifPresentOrElse(
                    why -> LOG.error("{}", why.en()),
                    () -> LOG.info("The store of site {} ({}) is there again.", own.site(), terms.place()));
        }
    }
}
