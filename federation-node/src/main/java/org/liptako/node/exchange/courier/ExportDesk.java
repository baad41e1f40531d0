package org.liptako.node.exchange.courier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.courier.CourierDisk.Standing;
import org.liptako.node.exchange.courier.ExportStore.Plan;
import org.liptako.node.exchange.courier.disk.DiskFolder;
import org.liptako.node.exchange.courier.disk.DiskNames;
import org.liptako.node.exchange.courier.disk.WrittenFile;
import org.liptako.node.exchange.courier.key.CourierKeyClient;
import org.liptako.node.exchange.courier.key.ReceiverKey;
import org.liptako.node.exchange.grant.ExchangeGrant;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.journal.event.CourierDiskExported;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/** Writes the disks of a copy that an accepted grant lets go to another data centre. Thread-safe. */
public final class ExportDesk {
    private final SiteRecord own;
    private final GrantLedger grants;
    private final Holdings holdings;
    private final CourierKeyClient receivers;
    private final ExportStore exports;
    private final CourierDisks disks;
    private final DiskWriter writer;
    private final Path directory;
    private final DiskLine line = new DiskLine();

    /** @param directory nothing outside it is written */
    ExportDesk(
            SiteRecord own,
            GrantLedger grants,
            Holdings holdings,
            CourierKeyClient receivers,
            ExportStore exports,
            CourierDisks disks,
            DiskWriter writer,
            Path directory) {
        this.own = own;
        this.grants = grants;
        this.holdings = holdings;
        this.receivers = receivers;
        this.exports = exports;
        this.disks = disks;
        this.writer = writer;
        this.directory = directory;
    }

    /**
     * Writes one disk and journals it. What was whole when an earlier attempt ended stays.
     *
     * @return the number of the disk
     * @throws Failure if the grant does not let the copy go, or no longer; if the directory, the capacities or the number do not fit
     */
    int export(ExportOrder order, DiskProgress progress) throws IOException {
        line.take();
        try {
            ExchangeGrant grant = given(order.grant());
            grants.mustStand(grant, own.clock().instant());
            HeldVersion held = held(grant);
            DiskFolder folder = DiskFolder.below(directory, order.directory());
            Plan plan = plan(order, grant, held);
            OptionalInt named = journaledDraft(order, plan, folder);
            if (named.isPresent()) {
                writer.name(folder);
                return named.getAsInt();
            }
            int disk = order.disk().orElseGet(() -> next(order.grant(), plan));
            mustBeOf(plan, disk);
            beginAnewIfWhole(order.grant(), disk);
            DiskJob job = new DiskJob(grant, new RoadSupply(holdings, held), plan, disk);
            StandingGround ground = new StandingGround(grant, grants, own.clock(), () -> {
                mustNotBeWithdrawn(grant);
                receivers.mustBelieve(plan.receiver(), grant);
            });
            DiskWriter.Written written = writer.write(job, folder, (done, all) -> {
                ground.check();
                progress.at(done, all);
            });
            ground.mustStand();
            journal(job, written);
            writer.name(folder);
            return disk;
        } finally {
            line.release();
        }
    }

    private static void mustBeOf(Plan plan, int disk) {
        if (disk > plan.disks().size()) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "La copie tient sur " + Count.fr(plan.disks().size(), "disque") + " ; il n'y a pas de disque "
                            + disk + ".",
                    "The copy takes " + Count.en(plan.disks().size(), "disk") + "; there is no disk " + disk + ".");
        }
    }

    /** The disk whose label only lacks its name: an earlier attempt has journaled it, and was killed then. */
    private OptionalInt journaledDraft(ExportOrder order, Plan plan, DiskFolder folder) throws IOException {
        Map<Integer, CourierDisk> known = disks.of(order.grant());
        for (int disk = 1; disk <= plan.disks().size(); disk++) {
            WrittenFile label = exports.files(order.grant(), disk).get(DiskNames.LABEL);
            boolean asked = order.disk().isEmpty() || order.disk().getAsInt() == disk;
            if (asked && label != null && isJournaled(known.get(disk), label) && writer.isDraft(folder, label)) {
                return OptionalInt.of(disk);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isJournaled(@Nullable CourierDisk disk, WrittenFile label) {
        return disk != null
                && disk.given()
                        .flatMap(DiskEntry::seal)
                        .filter(label.digest()::equals)
                        .isPresent();
    }

    /** Before the label has its name: no disk that is whole is ever unknown to the journal. */
    private void journal(DiskJob job, DiskWriter.Written written) {
        own.journal()
                .append(new CourierDiskExported(
                        own.journal().now(),
                        job.grant().serial(),
                        job.grant().dataset(),
                        own.site(),
                        job.grant().targetSite(),
                        job.held().manifest().header().root(),
                        job.disk(),
                        job.plan().disks().size(),
                        written.seal(),
                        job.chunks().count(),
                        written.bytes()));
    }

    /** A copy goes from its home State, or back to it; as by the wire. */
    private ExchangeGrant given(GrantSerial serial) {
        ExchangeGrant grant = grants.get(serial);
        State self = own.journal().state();
        boolean party = grant.home() == self
                || grant.targetSite()
                        .state()
                        .filter(home -> home == grant.home())
                        .isPresent();
        if (!party || grant.targetSite().equals(own.site()) || grant.erases()) {
            throw Failure.of(
                    ErrorCode.GRANT_NOT_ENTITLED,
                    "L'autorisation " + serial + " ne laisse partir aucune copie de ce site.",
                    "The grant " + serial + " lets no copy go from this site.");
        }
        return grant;
    }

    private HeldVersion held(ExchangeGrant grant) throws IOException {
        mustNotBeWithdrawn(grant);
        return holdings.find(grant.moved())
                .filter(found -> found.manifest().header().encrypted() == grant.encrypted())
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_READY,
                        "Ce site ne détient pas la version que nomme l'autorisation " + grant.serial() + ".",
                        "This site does not hold the version that the grant " + grant.serial() + " names."));
    }

    /** A damaged copy goes to nobody before it is mended. */
    private void mustNotBeWithdrawn(ExchangeGrant grant) {
        if (isWithdrawn(grant)) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "La copie de " + grant.moved() + " sur ce site est endommagée ; elle est retirée et se répare"
                            + " d'elle-même (« liptako replica verify » dit où elle en est). Répétez ensuite la commande.",
                    "The copy of " + grant.moved() + " at this site is damaged; it is withdrawn and is mended by itself"
                            + " (liptako replica verify says how far it is). Repeat the command afterwards.");
        }
    }

    private boolean isWithdrawn(ExchangeGrant grant) {
        try {
            return holdings.isWithdrawn(grant.moved());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The plan as it is settled, for the key that the receiver has now; a first one, or one of which nothing is written yet, by what is asked. */
    private Plan plan(ExportOrder order, ExchangeGrant grant, HeldVersion held) {
        Plan settled = exports.plan(order.grant()).orElse(null);
        ReceiverKey receiver = receiver(grant, settled);
        if (settled != null
                && (order.capacities().isEmpty() || settled.capacities().equals(order.capacities()))) {
            exports.changeKey(order.grant(), receiver);
            return new Plan(receiver, settled.capacities(), settled.disks());
        }
        if (!disks.of(order.grant()).isEmpty()) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "La répartition sur les disques est fixée depuis que le premier est écrit ; ne donnez pas d'autre"
                            + " capacité.",
                    "How the copy is spread over disks is settled since the first was written; give no other capacity.");
        }
        if (order.capacities().isEmpty()) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Il manque la capacité des disques : donnez-la avec le premier (--capacity 900GB).",
                    "The capacity of the disks is missing: give it with the first one (--capacity 900GB).");
        }
        Plan plan = new Plan(receiver, order.capacities(), writer.plan(held).disks(order.capacities()));
        exports.settle(order.grant(), plan);
        return plan;
    }

    /** Asked each time, for the receiver may have lost the key; where it is silent, the key that it gave before. */
    private ReceiverKey receiver(ExchangeGrant grant, @Nullable Plan settled) {
        State state = grant.targetSite().state().orElseThrow();
        try {
            return receivers.key(grant, state);
        } catch (Failure e) {
            if (e.code() != ErrorCode.PEER_SILENT || settled == null) {
                throw e;
            }
            return settled.receiver();
        }
    }

    /** What was journaled is over: its files are not gone on with, wherever they are. */
    private void beginAnewIfWhole(GrantSerial grant, int disk) {
        WrittenFile label = exports.files(grant, disk).get(DiskNames.LABEL);
        if (label != null && isJournaled(disks.of(grant).get(disk), label)) {
            exports.forget(grant, disk);
        }
    }

    private int next(GrantSerial grant, Plan plan) {
        return IntStream.rangeClosed(1, plan.disks().size())
                .filter(disk -> !isWritten(grant, disk))
                .findFirst()
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_READY,
                        "Tout est écrit, sur " + Count.fr(plan.disks().size(), "disque")
                                + " ; nommez celui à écrire de nouveau (--disk N).",
                        "All is written, on " + Count.en(plan.disks().size(), "disk")
                                + "; name the one to write again (--disk N)."));
    }

    private boolean isWritten(GrantSerial grant, int disk) {
        Map<Integer, CourierDisk> known = disks.of(grant);
        return known.containsKey(disk) && known.get(disk).standing() != Standing.LOST;
    }
}
