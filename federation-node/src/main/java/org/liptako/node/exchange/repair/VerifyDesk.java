package org.liptako.node.exchange.repair;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.liptako.node.exchange.bucket.BucketException;
import org.liptako.node.exchange.damage.DamagedCopies;
import org.liptako.node.exchange.damage.DamagedCopy;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.transfer.ManifestCheck;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.journal.event.ReplicaProved;
import org.liptako.node.registry.PublishedVersion;
import org.liptako.node.registry.ReplicaState;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.signature.StatementVerifier;

/** Reads copies again from their disk, and journals what that shows. Thread-safe. */
public final class VerifyDesk {
    private static final int MOST_SHOWN = 300;
    private static final Set<ReplicaStatus> COUNTED_ON =
            EnumSet.of(ReplicaStatus.SEALED, ReplicaStatus.UNPROVEN, ReplicaStatus.LOST);

    private final SiteRecord own;
    private final Holdings holdings;
    private final DamagedCopies damaged;
    private final ReceivedCopies received;
    /** A reading has the disk to itself: several at once would be slower than one after the other. */
    private final Semaphore reading = new Semaphore(1);

    /** @param verifier tells whether the header beside a copy is as it was signed */
    public VerifyDesk(SiteRecord own, Holdings holdings, StatementVerifier verifier) {
        this.own = own;
        this.holdings = holdings;
        this.damaged = holdings.damaged();
        this.received = new ReceivedCopies(own, holdings, new ManifestCheck(verifier, own.clock()));
    }

    /** Who is told how far the reading is, in chunks; what it throws ends it. */
    @FunctionalInterface
    public interface Progress {
        void at(long done, long all);
    }

    /**
     * Reads what this State published last of a dataset, and every sealed copy of it at this site. A copy that is damaged, or gone, is
     * withdrawn at once; it is mended by itself.
     *
     * @throws Failure NOT_READY if nothing of it is here, or something cannot be read for a reason that says nothing of the bytes; TOO_MUCH
     *     while another reading is under way
     */
    public List<CopyVerdict> verify(DatasetId dataset, Progress progress) {
        if (!reading.tryAcquire()) {
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    "Une autre relecture est en cours à ce site ; attendez sa fin et recommencez.",
                    "Another copy is being read again at this site; wait for its end and try again.");
        }
        try {
            return verdicts(dataset, progress);
        } finally {
            reading.release();
        }
    }

    private List<CopyVerdict> verdicts(DatasetId dataset, Progress progress) {
        try {
            List<CopyVerdict> verdicts = new ArrayList<>();
            List<DamagedCopy> withdrawn = damaged.all().stream()
                    .filter(copy -> copy.version().dataset().equals(dataset))
                    .toList();
            withdrawn.forEach(copy -> verdicts.add(received.unread(copy)));
            Optional<HeldVersion> published = published(dataset);
            if (published.isPresent()) {
                BitSet wrong = ReceivedCopies.read(published.get(), progress);
                say(published.get(), wrong);
                verdicts.add(ReceivedCopies.verdict(published.get(), wrong, true));
            }
            for (DatasetVersion version : holdings.store().sealed(dataset)) {
                if (withdrawn.stream().noneMatch(copy -> copy.version().equals(version))) {
                    verdicts.add(received.read(version, progress).orElseThrow(() -> gone(dataset)));
                }
            }
            received.gone(dataset).ifPresent(verdicts::add);
            if (verdicts.isEmpty()) {
                throw gone(dataset);
            }
            return List.copyOf(verdicts);
        } catch (BucketException e) {
            throw new Failure(ErrorCode.NOT_READY, e.sentence(), e);
        } catch (IOException e) {
            throw unreadable(dataset, e);
        }
    }

    /** What came home from abroad is sealed where it was published; whoever is asked for it counts on what the journal says of it. */
    private void say(HeldVersion held, BitSet wrong) {
        ManifestHeader header = held.manifest().header();
        Optional<ReplicaStatus> said = own.registry()
                .replica(header.dataset(), own.site())
                .map(ReplicaStatement::state)
                .filter(copy -> header.root().equals(copy.versionRoot()))
                .map(ReplicaState::status);
        if (said.filter(COUNTED_ON::contains).isPresent() && wrong.isEmpty()) {
            own.journal()
                    .append(new ReplicaProved(
                            own.journal().now(), header.dataset(), own.site(), header.root(), header.chunks(), 0));
        } else if (said.filter(ReplicaStatus.SEALED::equals).isPresent()) {
            own.journal()
                    .append(new ReplicaDamaged(
                            own.journal().now(), header.dataset(), own.site(), header.root(), wrong.cardinality()));
        }
    }

    /** In clear: the encrypted form is made of it each time. */
    private Optional<HeldVersion> published(DatasetId dataset) throws IOException {
        Optional<PublishedVersion> latest = own.registry().latestVersion(dataset);
        return latest.isEmpty()
                ? Optional.empty()
                : holdings.published()
                        .find(new DatasetVersion(dataset, latest.get().root()));
    }

    private Failure gone(DatasetId dataset) {
        return Failure.of(
                ErrorCode.NOT_READY,
                "Le site " + own.site() + " n'a pas, ou n'a plus, de copie scellée de " + dataset + ".",
                "Site " + own.site() + " has no sealed copy of " + dataset + ", or no longer.");
    }

    private static Failure unreadable(DatasetId dataset, IOException fault) {
        String said = Printable.line(String.valueOf(fault.getMessage()), MOST_SHOWN);
        return new Failure(
                ErrorCode.NOT_READY,
                new Sentence(
                        "La copie de " + dataset + " ne peut être lue (" + said
                                + ") ; cela ne dit rien de ses octets. Vérifiez les droits du nœud et les fichiers ouverts.",
                        "The copy of " + dataset + " cannot be read (" + said
                                + "); that says nothing of its bytes. Check the node's rights and the open files."),
                fault);
    }
}
