package org.liptako.node.exchange.keyend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.keyend.KeyEndStore.Ordered;
import org.liptako.node.exchange.publication.PublishedVersions;
import org.liptako.node.identity.OfficerQuorum;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetKeyDestroyed;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the key of a dataset destroyed, as two officers of the home State ordered: checked, kept, carried out, journaled, in this order; what a kill leaves undone
 * is done when the node starts. One at a time. Thread-safe.
 */
public final class KeyEndDesk {
    private static final Logger LOG = LoggerFactory.getLogger(KeyEndDesk.class);
    private static final Duration LONGEST_SIGNING = Duration.ofDays(30);
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    private final SiteRecord own;
    private final DatasetKeys keys;
    private final PublishedVersions published;
    private final OfficerQuorum quorum;
    private final KeyEndBars bars;
    private final KeyEndStore store;

    KeyEndDesk(SiteRecord own, DatasetKeys keys, PublishedVersions published, OfficerQuorum quorum, KeyEndBars bars) {
        this.own = own;
        this.keys = keys;
        this.published = published;
        this.quorum = quorum;
        this.bars = bars;
        this.store = new KeyEndStore(own.jdbi());
    }

    /** A key that is no more. */
    public record Ended(long index, List<String> signers) {
        public Ended {
            signers = List.copyOf(signers);
        }
    }

    /**
     * Which key a dataset has.
     *
     * @param check empty if none was made
     * @param destroyedAt empty as long as it is not
     */
    public record Standing(Optional<String> check, Optional<Instant> destroyedAt) {}

    /** How a key stands. */
    public Standing standing(DatasetId dataset) {
        mustBeOwn(dataset);
        Optional<Ordered> ordered = store.find(dataset);
        return ordered.isPresent()
                ? new Standing(
                        Optional.of(ordered.get().order().keyCheck()),
                        Optional.of(ordered.get().orderedAt()))
                : new Standing(keys.check(dataset), Optional.empty());
    }

    /**
     * Draws up the order to destroy a key, for officers to sign.
     *
     * @throws Failure if there is no key, or anything bars its end as things stand
     */
    public byte[] propose(DatasetId dataset, String reason, boolean evenTheLast) {
        mustBeOwn(dataset);
        String check = keys.check(dataset)
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_KNOWN,
                        dataset + " n'a pas de clé : aucune de ses versions n'a été chiffrée ici.",
                        dataset + " has no key: none of its versions was encrypted here."));
        Instant now = own.clock().instant();
        KeyOrder order = order(dataset, check, reason, evenTheLast, now);
        bars.check(order, now);
        return order.toJson();
    }

    private static KeyOrder order(DatasetId dataset, String check, String reason, boolean evenTheLast, Instant now) {
        try {
            return KeyOrder.of(dataset, check, reason, evenTheLast, now.truncatedTo(ChronoUnit.SECONDS));
        } catch (IllegalArgumentException e) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Le motif tient sur une ligne de 1 à " + KeyOrder.LONGEST_REASON + " caractères.",
                    "The reason is one line of 1 to " + KeyOrder.LONGEST_REASON + " characters.");
        }
    }

    /**
     * Destroys a key.
     *
     * @param document the order as it was signed
     * @param signatures CMS SignedData, detached
     * @throws Failure if it is no order for this key, not signed by enough officers, or anything bars it; the key then stays as it is
     */
    public synchronized Ended destroy(byte[] document, byte[] signatures) {
        KeyOrder order = KeyOrder.parse(document);
        mustBeOwn(order.dataset());
        Optional<Ordered> before = store.find(order.dataset());
        if (before.isEmpty()) {
            Instant now = own.clock().instant();
            checkTime(order, now);
            List<String> signers = quorum.signers(document, signatures, order.at(), now);
            checkKey(order);
            bars.check(order, now);
            store.keep(order, signers, now);
        } else if (!before.get().order().equals(order)) {
            throw Failure.of(
                    ErrorCode.KEY_DESTROYED,
                    "La clé de " + order.dataset() + " est déjà détruite, sur un autre ordre.",
                    "The key of " + order.dataset() + " is destroyed already, by another order.");
        }
        return carryOut(order.dataset());
    }

    /** Does what a kill left undone, and destroys again whatever key somebody has brought back; a journal that is held is told once it goes on. */
    public void start() {
        for (DatasetId dataset : store.datasets()) {
            destroyKey(dataset);
            own.journal().hold().whenFree(() -> say(dataset));
        }
    }

    private synchronized Ended carryOut(DatasetId dataset) {
        destroyKey(dataset);
        return say(dataset);
    }

    private synchronized void destroyKey(DatasetId dataset) {
        keys.destroy(dataset);
        try {
            published.forget(dataset);
        } catch (IOException e) {
            throw new UncheckedIOException("What is published of " + dataset + " cannot be read.", e);
        }
    }

    private synchronized Ended say(DatasetId dataset) {
        Ordered ordered = store.find(dataset).orElseThrow();
        long index = ordered.index().orElseGet(() -> journal(ordered));
        return new Ended(index, ordered.signers());
    }

    private long journal(Ordered ordered) {
        KeyOrder order = ordered.order();
        long index = own.jdbi().inTransaction(handle -> {
            long entry = own.journal()
                    .append(
                            handle,
                            new DatasetKeyDestroyed(
                                    own.journal().now(),
                                    order.dataset(),
                                    own.site(),
                                    order.keyCheck(),
                                    Digest.over(order.toJson()),
                                    order.evenTheLast(),
                                    order.reason(),
                                    ordered.signers()));
            store.done(handle, order.dataset(), entry);
            return entry;
        });
        LOG.warn("The key of {} is destroyed, by order of {}.", order.dataset(), ordered.signers());
        return index;
    }

    private void mustBeOwn(DatasetId dataset) {
        if (dataset.home().filter(own.journal().state()::equals).isEmpty()) {
            throw Failure.of(
                    ErrorCode.OTHER_STATE_DECIDES,
                    "Le jeu de données " + dataset + " est d'un autre État, qui seul en a la clé.",
                    "The dataset " + dataset + " is another State's, which alone has its key.");
        }
    }

    private static void checkTime(KeyOrder order, Instant now) {
        if (order.at().isAfter(now.plus(CLOCK_TOLERANCE))
                || order.at().plus(LONGEST_SIGNING).isBefore(now)) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "L'ordre est du " + order.at()
                            + " : il vaut 30 jours, et pas avant sa date ; faites-en un nouveau.",
                    "The order is of " + order.at()
                            + ": it holds for 30 days, and not before its date; draw up a new one.");
        }
    }

    private void checkKey(KeyOrder order) {
        if (!keys.check(order.dataset()).equals(Optional.of(order.keyCheck()))) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "L'ordre ne nomme pas la clé que " + order.dataset() + " a maintenant ; faites-en un nouveau.",
                    "The order does not name the key that " + order.dataset() + " has now; draw up a new one.");
        }
    }
}
