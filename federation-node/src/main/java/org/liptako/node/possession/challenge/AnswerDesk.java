package org.liptako.node.possession.challenge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.store.DamagedManifestException;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers other States' challenges of the copies at this site: by keyed digests, of which nobody can make a chunk again. A few at a time of each State.
 * Thread-safe.
 */
public final class AnswerDesk {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerDesk.class);
    private static final int AT_ONCE = 2;

    private final SiteRecord own;
    private final Holdings holdings;
    private final ChallengeRight right;

    /** Of each State its own: none keeps another from an answer, and so its copy from being proved. */
    private final Map<State, Semaphore> places = new EnumMap<>(State.class);

    public AnswerDesk(SiteRecord own, Holdings holdings) {
        this.own = own;
        this.holdings = holdings;
        this.right = new ChallengeRight(own.registry());
        for (State state : State.values()) {
            places.put(state, new Semaphore(AT_ONCE));
        }
    }

    /**
     * The digest of each chunk that is drawn, in order; empty for one that is lost here, which withdraws the copy at once.
     *
     * @param tick called before each chunk; what it throws ends the reading
     * @throws Failure NOT_KNOWN if there is no copy here that the caller may challenge; NOT_READY if it cannot be read now; TOO_MUCH while others of the
     *     same State are answered
     */
    public List<Optional<Digest>> answer(ChallengeQuestion question, State caller, Runnable tick) {
        Semaphore callers = Objects.requireNonNull(places.get(caller));
        if (!callers.tryAcquire()) {
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    "Le site " + own.site() + " répond déjà à " + AT_ONCE
                            + " défis de cet État ; recommencez plus tard.",
                    "Site " + own.site() + " answers " + AT_ONCE
                            + " challenges of this State already; try again later.");
        }
        try {
            return read(question, caller, tick);
        } catch (DamagedManifestException e) {
            withdraw(question.draw().version());
            throw cannotBeRead(question.draw().version(), e);
        } catch (IOException e) {
            throw cannotBeRead(question.draw().version(), e);
        } catch (Failure e) {
            // Where this site's store is, and what is wrong with it, is no peer's affair.
            throw e.code() == ErrorCode.STORE_UNKNOWN
                    ? cannotBeRead(question.draw().version(), e)
                    : e;
        } finally {
            callers.release();
        }
    }

    private List<Optional<Digest>> read(ChallengeQuestion question, State caller, Runnable tick) throws IOException {
        ChallengeDraw draw = question.draw();
        DatasetVersion version = draw.version();
        // Digests for another site, or for another State's challenge, would pass for somebody else's.
        boolean meant = draw.site().equals(own.site()) && draw.challenger() == caller;
        if (!meant || !right.covers(version, caller)) {
            throw notHere(version, caller);
        }
        HeldVersion held = holdings.find(version).orElseThrow(() -> notHere(version, caller));
        BitSet drawn = draw.chunks(held.manifest().header().chunks(), question.samples());
        List<Optional<Digest>> digests = KeyedReading.of(held, drawn, question.key(), draw.seed(), tick::run);
        long lost = digests.stream().filter(Optional::isEmpty).count();
        if (lost > 0) {
            LOG.error("{} has challenged {}: {} of {} chunks are lost.", caller, version, lost, digests.size());
            withdraw(version);
        }
        return digests;
    }

    private void withdraw(DatasetVersion version) {
        try {
            holdings.withdraw(version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Failure notHere(DatasetVersion version, State caller) {
        return Failure.of(
                ErrorCode.NOT_KNOWN,
                "Le site " + own.site() + " n'a pas de copie de " + version + " que " + caller.french()
                        + " puisse mettre au défi, ou l'a retirée jusqu'à sa réparation.",
                "Site " + own.site() + " has no copy of " + version + " that " + caller.english()
                        + " may challenge, or has withdrawn it until it is mended.");
    }

    private Failure cannotBeRead(DatasetVersion version, Exception cause) {
        LOG.warn("A challenge of {} cannot be answered now.", version, cause);
        return new Failure(
                ErrorCode.NOT_READY,
                new Sentence(
                        "Le stockage du site " + own.site() + " ne donne pas la copie pour l'instant ; recommencez plus"
                                + " tard.",
                        "The storage of site " + own.site() + " does not give the copy now; try again later."),
                cause);
    }
}
