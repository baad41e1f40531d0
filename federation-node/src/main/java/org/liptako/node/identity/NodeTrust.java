package org.liptako.node.identity;

import io.grpc.MethodDescriptor;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumVerifier;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.trust.Acceptance;
import org.liptako.pki.trust.BelievedTrust;
import org.liptako.pki.trust.HeldList;
import org.liptako.pki.trust.HeldTrustState;
import org.liptako.pki.trust.ListAcceptance;
import org.liptako.pki.trust.ListRefusal;
import org.liptako.pki.trust.OwnDistrust;
import org.liptako.pki.trust.PublishedList;
import org.liptako.pki.trust.SignedAct;
import org.liptako.pki.trust.SignedTrustState;
import org.liptako.pki.trust.SigningRight;
import org.liptako.pki.trust.SigningTrust;
import org.liptako.pki.trust.TrustRefusal;
import org.liptako.pki.trust.TrustState;
import org.liptako.pki.trust.TrustStore;
import org.liptako.pki.trust.TrustUse;
import org.liptako.pki.validation.ChainJudge;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.TrustMaterial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What the three States believe together, as this node holds it: kept on disk, judged by its own signatures whoever
 * brings it, and in force for every connection and call by the time that {@link #take} returns.
 *
 * <p>Before the first trust state a node believes the root of its configuration and checks no revocation. The metrics
 * {@code liptako.trust.number} and {@code liptako.trust.age.seconds} tell which one is held. Thread-safe.
 */
public final class NodeTrust {
    private static final Logger LOG = LoggerFactory.getLogger(NodeTrust.class);

    private final TrustStore store;
    private final NodeIdentity identity;
    private final Clock clock;
    private final AtomicLong lastWarned = new AtomicLong();
    private long believed;

    NodeTrust(TrustStore store, NodeIdentity identity, Clock clock, MeterRegistry metrics) {
        this.store = store;
        this.identity = identity;
        this.clock = clock;
        store.damaged().forEach(file -> LOG.warn("Left aside, as it is damaged or not in its turn: {}", file));
        believe();
        metrics.gauge("liptako.trust.number", this, NodeTrust::number);
        metrics.gauge(
                "liptako.trust.age.seconds",
                this,
                trust -> trust.age().map(Duration::toSeconds).orElse(-1L));
    }

    /** The number of the newest trust state; 0 for none. */
    public long number() {
        return state().map(TrustState::number).orElse(0L);
    }

    /** How long ago the newest trust state was drawn up; empty for none. */
    public Optional<Duration> age() {
        return state().map(state -> Duration.between(state.issuedAt(), clock.instant()));
    }

    /** When the newest trust state was drawn up; empty for none. */
    public Optional<Instant> issuedAt() {
        return state().map(TrustState::issuedAt);
    }

    /** By when the successor of the newest trust state is promised; empty for none. */
    public Optional<Instant> nextUpdate() {
        return state().map(TrustState::nextUpdate);
    }

    /** Whether what is held is recent enough for such an act; always so before the first trust state. */
    public boolean serves(TrustUse use) {
        return state().map(state -> use.admits(state, clock.instant())).orElse(true);
    }

    /** Why a call between States, made here or answered here, is not to be: TRUST_TOO_OLD; empty while what is held is recent enough for it. */
    public Optional<Failure> objectionTo(MethodDescriptor<?, ?> method) {
        TrustUse use = TrustNeed.of(method);
        return serves(use) ? Optional.empty() : Optional.of(tooOld(use));
    }

    /**
     * Lets an act go on only while what is held is recent enough for it.
     *
     * @throws Failure TRUST_TOO_OLD otherwise
     */
    void mustServe(TrustUse use) {
        if (!serves(use)) {
            throw tooOld(use);
        }
    }

    private Failure tooOld(TrustUse use) {
        return Failure.of(
                ErrorCode.TRUST_TOO_OLD,
                "L'état de confiance n° " + number() + " est trop ancien pour cet acte (" + use
                        + ") ; rétablissez la liaison avec un pair, ou signez le suivant.",
                "Trust state " + number() + " is too old for this act (" + use
                        + "); mend the link to a peer, or sign the next one.");
    }

    /** All that is believed now. */
    public BelievedTrust believed() {
        return store.current();
    }

    /** Why nothing that a State's CAs stand for is believed; empty if it is. */
    public Optional<StateDistrust> distrusted(State state) {
        return identity.trust().distrusted(state);
    }

    /** How many people it takes for an act, by the newest trust state; the least that there can be before the first. */
    public SigningRight rightTo(SignedAct act) {
        return state().map(state -> state.rightTo(act)).orElseGet(() -> SigningRight.least(act));
    }

    /**
     * Counts who signed what the States publish, under the trust state of the moment. This State's own distrust list has no part in it, or a State that stops
     * believing another would have other common rules than the rest.
     */
    public QuorumVerifier quorum() {
        return quorum(store.current(), false);
    }

    /** As {@link #quorum()}, but for what was published before and is handed on: under the trust state of the time of signing too. */
    public QuorumVerifier pastQuorum() {
        return quorum(store.current(), true);
    }

    private QuorumVerifier quorum(BelievedTrust current, boolean past) {
        TrustMaterial material = current.newest()
                .map(held -> held.state().material(RevocationLists.none(), Set.of()))
                .orElseGet(() -> TrustMaterial.ofRoots(List.of(identity.root())));
        ChainValidator today = new ChainValidator(identity.zone(), material);
        ChainJudge judge = past ? new SigningTrust(identity.zone(), today, current.pastOfQuorums()) : today;
        return new QuorumVerifier(judge, current.shelf().lists());
    }

    private Optional<TrustState> state() {
        return store.current().newest().map(HeldTrustState::state);
    }

    /** The trust states after that number, oldest first. */
    public List<SignedTrustState> after(long held, int most) {
        return store.after(held, most);
    }

    /** The newest revocation lists of each CA, in no particular order. */
    List<HeldList> heldLists() {
        return store.current().shelf().held();
    }

    /**
     * Takes what someone hands over, as far as its signatures are good; why the rest is refused, in English. What would follow a trust state that is no good is not
     * looked at.
     *
     * @param states oldest first
     */
    public List<String> take(List<SignedTrustState> states, List<PublishedList> lists) {
        List<String> refusals = new ArrayList<>();
        for (SignedTrustState offered : states) {
            if (store.offer(offered) instanceof Acceptance.Refused refused) {
                log(refused.refusal() == TrustRefusal.OLD, refused.french(), refused.english());
                refusals.add(refused.english());
                if (!isOfThePast(refused.refusal())) {
                    break;
                }
            }
        }
        for (PublishedList offered : lists) {
            if (store.offerList(offered) instanceof ListAcceptance.Refused refused) {
                log(refused.refusal() == ListRefusal.OLD, refused.french(), refused.english());
                refusals.add(refused.english());
            }
        }
        believe();
        return refusals;
    }

    /** Whether another of its number or a later one is held: then the next may still be news. */
    private static boolean isOfThePast(TrustRefusal refusal) {
        return refusal == TrustRefusal.OLD || refusal == TrustRefusal.FORKED;
    }

    /** What is merely old alarms nobody: a peer that was away brings it, and a State's directory keeps it. Strangers decide how often one is told of the rest: once a second. */
    private void log(boolean old, String french, String english) {
        long second = clock.instant().getEpochSecond();
        boolean loud = !old && lastWarned.getAndSet(second) != second;
        LOG.atLevel(loud ? Level.WARN : Level.DEBUG).log("{} / {}", french, english);
    }

    /** Replaces the State's own distrust list, with effect at once, for this State's nodes alone. */
    public void distrust(OwnDistrust next) {
        store.distrust(next);
        believe();
    }

    /**
     * Reads the State's own distrust list again.
     *
     * @throws org.liptako.pki.trust.TrustStoreException if it cannot be read; the one before stays
     */
    void rereadDistrust() {
        store.rereadDistrust();
        believe();
    }

    private synchronized void believe() {
        BelievedTrust current = store.current();
        if (current.epoch() == believed) {
            return;
        }
        believed = current.epoch();
        identity.trust()
                .believe(
                        current.material(List.of(identity.root())),
                        current.pastOfStatements(),
                        StateDistrust.in(current));
        LOG.info(
                "Trust state {} is in force, with {} revocation lists.",
                number(),
                current.shelf().held().size());
    }
}
