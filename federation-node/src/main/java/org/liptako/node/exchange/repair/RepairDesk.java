package org.liptako.node.exchange.repair;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.liptako.node.exchange.damage.DamagedCopies;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.transfer.Hindrance;
import org.liptako.node.exchange.transfer.Mending;
import org.liptako.node.exchange.transfer.TransferPlan;
import org.liptako.node.exchange.transfer.TransferWait;
import org.liptako.node.exchange.transfer.VersionTurns;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/**
 * Brings a withdrawn copy in order: has it mended from whoever has proved the same bytes, and only then lets it be given from. Every step may
 * be killed and is taken again; the copy stays withdrawn meanwhile. Thread-safe.
 */
public final class RepairDesk {
    private static final Hindrance BUSY = new Hindrance(
            TransferWait.TURN,
            new Sentence(
                    "Un transfert de la même version est en cours.", "A transfer of the same version is under way."));
    static final Hindrance MADE_ROOM = new Hindrance(
            TransferWait.TURN,
            new Sentence(
                    "La réparation a cédé sa place à une autre ; ce qui est arrivé reste, et elle reprendra à son tour.",
                    "The repair has made room for another; what has come stays, and it goes on in its turn."));
    private static final Hindrance NOT_TO_BE_MENDED = new Hindrance(
            TransferWait.RULE,
            new Sentence(
                    "La copie n'est pas à réparer : elle est à effacer.",
                    "The copy is not to be mended: it is to be erased."));
    static final Hindrance REPLACED = new Hindrance(
            TransferWait.RULE,
            new Sentence(
                    "Une autre version l'a remplacée : ses octets ne sont ni donnés ni réparés, et partent quand la copie"
                            + " de ce jeu de données est effacée.",
                    "Another version has taken its place: its bytes are neither given nor mended, and go when the copy of"
                            + " this dataset is erased."));
    private static final Sentence NOT_TO_BE_HERE = new Sentence(
            "Rien n'est apporté à une copie qui ne doit plus être ici.",
            "Nothing is brought to a copy that should be here no longer.");
    private static final Duration TO_GIVE_WAY = Duration.ofSeconds(20);

    private final SiteRecord own;
    private final ReplicaStore store;
    private final DamagedCopies damaged;
    private final Mending mending;
    private final VersionTurns turns;
    private final RepairHolders holders;
    private final ReplacedCopies replaced;

    public RepairDesk(SiteRecord own, ReplicaStore store, DamagedCopies damaged, Mending mending, VersionTurns turns) {
        this.own = own;
        this.store = store;
        this.damaged = damaged;
        this.mending = mending;
        this.turns = turns;
        this.holders = new RepairHolders(own);
        this.replaced = new ReplacedCopies(own);
    }

    /** Mends a copy; gives why it could not be done now. */
    public Optional<Hindrance> repair(DatasetVersion version) throws IOException, InterruptedException {
        return repair(version, () -> false);
    }

    /**
     * As {@link #repair(DatasetVersion)}.
     *
     * @param makesRoom whether it is to leave its place to another; asked while chunks come, for what has come stays, where a reading that is broken off
     *     begins anew
     */
    Optional<Hindrance> repair(DatasetVersion version, BooleanSupplier makesRoom)
            throws IOException, InterruptedException {
        if (!damaged.contains(version)) {
            // It was mended, or a transfer has brought it anew, since whoever asks has looked.
            return Optional.empty();
        }
        Optional<ReplicaStatement> copy = copy(version);
        if (copy.isEmpty() && !store.isHere(version)) {
            // As long as bytes lie here the row stays: by it an erasure finds them, wherever they are.
            damaged.forget(version);
            return Optional.empty();
        }
        Optional<Hindrance> why =
                copy.isEmpty() ? Optional.of(notToBeMended(version)) : mend(version, copy.get(), makesRoom);
        why.ifPresent(hindrance -> damaged.explain(version, hindrance.reason()));
        return why;
    }

    private Hindrance notToBeMended(DatasetVersion version) {
        return replaced.contains(version) ? REPLACED : NOT_TO_BE_MENDED;
    }

    /** How many copies are withdrawn and to be mended. */
    int withdrawn() {
        return Math.toIntExact(damaged.all().stream()
                .filter(copy -> !replaced.contains(copy.version()))
                .count());
    }

    /** Forgets what is known of copies that are in order, or gone. */
    void keepOnly(Collection<DatasetVersion> versions) {
        mending.keepOnly(versions);
    }

    private Optional<Hindrance> mend(DatasetVersion version, ReplicaStatement copy, BooleanSupplier makesRoom)
            throws IOException, InterruptedException {
        List<State> states = holders.of(version);
        // Whoever is not there is asked for nothing; the copy may be whole all the same.
        State source = states.isEmpty() ? own.journal().state() : states.getFirst();
        Care care = new Care(version, makesRoom);
        return inTurn(plan(version, copy, source), care).map(why -> care.says(why) ? why : withOthers(version, why));
    }

    /** Where a holder does not give: why nobody else does. */
    private Hindrance withOthers(DatasetVersion version, Hindrance why) {
        return switch (why.waitsFor()) {
            case LINK, PEER, RULE, BYTES -> new Hindrance(why.waitsFor(), holders.words(version, why.reason()));
            case NOTHING, TURN, PAUSED, WINDOW, DISK, COURIER, NODE -> why;
        };
    }

    private Optional<Hindrance> inTurn(TransferPlan plan, Care care) throws IOException, InterruptedException {
        if (!turns.take(plan.version(), TO_GIVE_WAY)) {
            return Optional.of(BUSY);
        }
        try {
            Optional<Hindrance> why = mending.mend(plan, care);
            if (Thread.interrupted()) {
                // What it says then is of the stop, not of the disk or the holders.
                throw new InterruptedException("This node stops.");
            }
            if (why.isEmpty()) {
                store.seal(plan.version());
                damaged.proved(
                        store.sealed(plan.version()).orElseThrow().manifest().header());
            }
            return why;
        } finally {
            turns.release(plan.version());
        }
    }

    /** The copy as this State's journal has it, if it is still to be here. */
    private Optional<ReplicaStatement> copy(DatasetVersion version) {
        return own.registry()
                .replica(version.dataset(), own.site())
                .filter(copy -> copy.state().status() == ReplicaStatus.UNPROVEN)
                .filter(copy -> version.root().equals(copy.state().versionRoot()))
                .filter(copy -> copy.state().grant() != null);
    }

    /** The copy's own grant lets it be made whole for as long as the copy may lie here. */
    private TransferPlan plan(DatasetVersion version, ReplicaStatement copy, State source) {
        GrantSerial grant = copy.state().grant();
        if (grant == null) {
            throw new IllegalArgumentException("A copy that came under no grant was sealed under none.");
        }
        return new TransferPlan(grant, version, copy.state().encrypted(), source, own.site(), Instant.MAX);
    }

    /** Ends a mending once the copy is not to be here any more. */
    private final class Care implements Mending.Care {
        private final DatasetVersion version;
        private final BooleanSupplier makesRoom;
        private Optional<Hindrance> said = Optional.empty();

        Care(DatasetVersion version, BooleanSupplier makesRoom) {
            this.version = version;
            this.makesRoom = makesRoom;
        }

        @Override
        public Optional<Hindrance> room() {
            return makesRoom.getAsBoolean() ? Optional.of(MADE_ROOM) : Optional.empty();
        }

        @Override
        public Optional<Hindrance> hindrance() {
            said = own();
            return said;
        }

        private Optional<Hindrance> own() {
            Optional<ReplicaStatement> copy = copy(version);
            if (copy.isEmpty()) {
                return Optional.of(notToBeMended(version));
            }
            List<Sentence> against = own.registry().findings(List.of(version.dataset())).stream()
                    .filter(finding -> finding.concerns(copy.get()))
                    // What was permitted here, and may stay for all that is known, may be made whole: nothing new comes
                    // to a new place.
                    .filter(finding -> !finding.finding().isUndecided())
                    .map(finding -> BarredCopies.against(copy.get(), finding))
                    .toList();
            return against.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Hindrance(TransferWait.RULE, RepairHolders.joined(NOT_TO_BE_HERE, against)));
        }

        /** Whether this is what it has said itself. */
        boolean says(Hindrance why) {
            return said.equals(Optional.of(why));
        }

        @Override
        public void lost(BitSet chunks) {
            damaged.lost(version, chunks);
        }
    }
}
