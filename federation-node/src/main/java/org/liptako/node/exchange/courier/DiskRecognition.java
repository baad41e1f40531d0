package org.liptako.node.exchange.courier;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.courier.disk.DiskFolder;
import org.liptako.node.exchange.courier.disk.DiskLabel;
import org.liptako.node.exchange.courier.disk.LabelFile;
import org.liptako.node.exchange.courier.disk.OpenedFile;
import org.liptako.node.exchange.courier.key.CourierKeys;
import org.liptako.node.exchange.courier.key.CourierKeys.KnownKey;
import org.liptako.node.exchange.courier.key.KeyId;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.transfer.ManifestCheck;
import org.liptako.node.exchange.transfer.TransferPlan;
import org.liptako.node.exchange.transfer.TransferStore;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.placement.Grants;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.sealing.SealingKey;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.signature.StatementException;
import org.liptako.pki.signature.StatementVerifier;

/**
 * Finds out whose a disk is: by the key that its files name, by its label, by the manifest on it. A file that does not fit is a fault; a disk of which no file
 * fits is refused. Writes nothing. Thread-safe.
 */
final class DiskRecognition {
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    private final SiteRecord own;
    private final CourierKeys keys;
    private final GrantLedger grants;
    private final Grants placements;
    private final TransferStore transfers;
    private final ReplicaStore store;
    private final StatementVerifier verifier;
    private final ManifestCheck manifests;

    DiskRecognition(
            SiteRecord own,
            CourierKeys keys,
            GrantLedger grants,
            TransferStore transfers,
            ReplicaStore store,
            StatementVerifier verifier) {
        this.own = own;
        this.keys = keys;
        this.grants = grants;
        this.placements = new Grants(own.jdbi());
        this.transfers = transfers;
        this.store = store;
        this.verifier = verifier;
        this.manifests = new ManifestCheck(verifier, own.clock());
    }

    /** What the label file says, as far as it can be read and believed. */
    private record Label(
            Optional<DiskLabel> label,
            Optional<SignedStatement> word,
            Optional<Digest> seal,
            Optional<SignedManifest> manifest) {
        static final Label NONE = new Label(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A key that is held here, and what it is for. */
    private record HeldKey(KeyId id, GrantSerial grant, SealingKey key) {}

    /**
     * Looks at a disk.
     *
     * @throws Failure DISK_REFUSED if none of its files is of a copy that this site receives; GRANT_NOT_USABLE if the grant has lapsed
     */
    ReceivedDisk recognise(DiskFolder folder, DiskFaults faults) throws IOException {
        DiskFolder.Content content = folder.content();
        content.strangers().forEach(file -> faults.stranger(file.getFileName().toString()));
        HeldKey held = key(content);
        grants.mustStand(grants.get(held.grant()), own.clock().instant());
        TransferPlan plan = transfers
                .find(held.grant())
                .orElseThrow(() -> notHere(held.grant()))
                .plan();
        Label label = content.label().isPresent() ? label(content.label().get(), held, plan, faults) : Label.NONE;
        if (content.draft().isPresent()) {
            faults.unfinished();
        } else if (content.label().isEmpty()) {
            faults.noLabel();
        }
        return new ReceivedDisk(
                plan,
                held.id(),
                held.key(),
                label.label(),
                label.word(),
                label.seal(),
                manifest(plan, label),
                content.containers());
    }

    /**
     * Believes a disk that was recognised only as long as what was signed on it is still to be believed: who signed may have been revoked since.
     *
     * @throws Failure DISK_REFUSED, or MANIFEST_REFUSED, otherwise, with the reason
     */
    void mustBelieve(ReceivedDisk disk) {
        SignedManifest manifest = disk.manifest();
        manifests.check(manifest.manifest().header(), manifest.statement(), disk.plan());
        if (disk.word().isPresent() && disk.label().isPresent()) {
            mustBelieve(disk.word().get(), disk.label().get());
        }
    }

    private void mustBelieve(SignedStatement word, DiskLabel label) {
        try {
            verifier.verify(word, DiskLabel.CONTEXT, label.at());
        } catch (StatementException e) {
            throw refused(
                    "L'étiquette du disque n'est plus à croire : " + e.french(),
                    "The disk's label is no longer to be believed: " + e.getMessage());
        }
    }

    /** The key of the first file that names one of ours: files of another copy that lie beside it do not spoil the disk. */
    private HeldKey key(DiskFolder.Content content) {
        List<Path> files = new ArrayList<>(content.containers());
        content.label().ifPresent(files::addFirst);
        if (files.isEmpty()) {
            throw refused(
                    "Ce répertoire ne contient aucun fichier de disque de transport.",
                    "This directory holds no file of a courier disk.");
        }
        Optional<KnownKey> destroyed = Optional.empty();
        Set<KeyId> seen = new HashSet<>();
        for (Path file : files) {
            Optional<KeyId> id = keyOf(file).filter(seen::add);
            Optional<KnownKey> known = id.flatMap(keys::find);
            if (known.isPresent() && known.get().key().isPresent()) {
                return new HeldKey(
                        id.get(), known.get().grant(), known.get().key().get());
            }
            destroyed = destroyed.or(() -> known);
        }
        throw seen.isEmpty()
                ? nothingSealed()
                : destroyed.map(DiskRecognition::served).orElseGet(DiskRecognition::notOurs);
    }

    private static Optional<KeyId> keyOf(Path file) {
        try (OpenedFile opened = OpenedFile.open(file)) {
            return Optional.of(opened.key());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Label label(Path path, HeldKey held, TransferPlan plan, DiskFaults faults) throws ClosedChannelException {
        try (OpenedFile file = OpenedFile.open(path)) {
            if (!file.key().equals(held.id())) {
                faults.labelOfAnother();
                return Label.NONE;
            }
            LabelFile.Reading reading = file.label(held.key());
            SignedStatement signed = reading.label();
            DiskLabel label = LabelFile.label(signed);
            if (!isSignedBySource(signed, label, plan)) {
                faults.labelOfNobody();
                return Label.NONE;
            }
            if (!isFor(label, plan)) {
                faults.labelOfAnother();
                return Label.NONE;
            }
            mustBearTheGrant(reading.grant().orElse(null), plan.grant());
            SignedManifest manifest = reading.manifest((header, statement) -> manifests.check(header, statement, plan));
            if (label.chunks().end() > manifest.manifest().header().chunks()) {
                faults.labelUnreadable();
                return Label.NONE;
            }
            return new Label(
                    Optional.of(label), Optional.of(signed), Optional.of(file.digest()), Optional.of(manifest));
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            faults.labelUnreadable();
            return Label.NONE;
        }
    }

    private boolean isSignedBySource(SignedStatement signed, DiskLabel label, TransferPlan plan) {
        try {
            Party signer = verifier.verify(signed, DiskLabel.CONTEXT, label.at());
            return signer.state() == plan.source()
                    && signer.role() == Role.NODE
                    && !label.at().isAfter(own.clock().instant().plus(CLOCK_TOLERANCE));
        } catch (StatementException e) {
            return false;
        }
    }

    private boolean isFor(DiskLabel label, TransferPlan plan) {
        return label.grant().equals(plan.grant())
                && label.version().equals(plan.version())
                && label.encrypted() == plan.encrypted()
                && label.to().equals(own.site());
    }

    /** What this State has accepted is known here; a disk that bears another grant under the same serial is none of ours. */
    private void mustBearTheGrant(@Nullable SignedStatement borne, GrantSerial serial) {
        Optional<byte[]> accepted = placements.statement(serial).map(SignedStatement::payload);
        if (accepted.isPresent() && (borne == null || !Arrays.equals(borne.payload(), accepted.get()))) {
            throw refused(
                    "L'autorisation que porte le disque n'est pas celle que cet État a acceptée sous le numéro "
                            + serial + ".",
                    "The grant on the disk is not the one that this State has accepted as " + serial + ".");
        }
    }

    /** As it was staged before, else as it is on the disk; checked either way. */
    private SignedManifest manifest(TransferPlan plan, Label label) throws IOException {
        Optional<SignedManifest> staged = store.partial(plan.version());
        if (staged.isPresent()) {
            manifests.check(staged.get().manifest().header(), staged.get().statement(), plan);
            return staged.get();
        }
        return label.manifest()
                .orElseThrow(() -> refused(
                        "Le manifeste ne peut pas être lu sur ce disque ; commencez par un autre disque de la copie, ou"
                                + " laissez-le venir par la ligne.",
                        "The manifest cannot be read on this disk; begin with another disk of the copy, or let it come by"
                                + " the wire."));
    }

    private static Failure nothingSealed() {
        return refused(
                "Aucun fichier de ce disque n'est lisible comme fichier scellé : il est endommagé, ou n'est pas un disque"
                        + " de transport.",
                "No file of this disk can be read as a sealed file: it is damaged, or no courier disk.");
    }

    private static Failure notOurs() {
        return refused(
                "Ce disque est chiffré pour une clé que ce centre n'a pas : il est pour un autre centre, ou pour une clé"
                        + " que celui-ci a perdue.",
                "This disk is encrypted to a key that this data centre does not have: it is for another one, or for a key"
                        + " that this one has lost.");
    }

    private static Failure served(KnownKey key) {
        String at = key.destroyedAt().map(Instant::toString).orElse("?");
        return refused(
                "La clé de ce disque a été détruite le " + at + " : la copie sous l'autorisation " + key.grant()
                        + " est scellée ou son autorisation a pris fin.",
                "The key of this disk was destroyed at " + at + ": the copy under the grant " + key.grant()
                        + " is sealed, or its grant has ended.");
    }

    private static Failure notHere(GrantSerial grant) {
        return refused(
                "Aucune copie ne vient à ce site sous l'autorisation " + grant + ".",
                "No copy comes to this site under the grant " + grant + ".");
    }

    private static Failure refused(String fr, String en) {
        return Failure.of(ErrorCode.DISK_REFUSED, fr, en);
    }
}
