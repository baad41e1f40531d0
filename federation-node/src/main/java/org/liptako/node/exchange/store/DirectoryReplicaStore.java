package org.liptako.node.exchange.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.journal.event.DatasetId;

/**
 * Replicas in a directory: {@code staging}, {@code quarantine}, {@code sealed} and {@code erasing}, in each {@code <dataset>/<root>} with the
 * manifest and, below {@code data}, the files. A step is one rename, so a replica is always in one place. What has come of a manifest
 * that is not whole is in {@code drafts}.
 */
public final class DirectoryReplicaStore implements ReplicaStore {
    private static final String DRAFTS = "drafts";
    /** In the order in which a replica goes: one that goes on while it is looked for is met further along. */
    private static final List<String> STEPS = List.of("staging", "quarantine", "sealed");

    private static final List<String> WHOLE = List.of("quarantine", "sealed");

    private final Path directory;
    private final StoreMark mark;
    private final DiskWitness disk;
    private final Executor syncer;
    private final OpenVersions open = new OpenVersions();

    /** @param syncer runs the syncs of replicas that are being received; each may take as long as the disk does */
    public DirectoryReplicaStore(Path directory, Executor syncer) throws IOException {
        this.directory = directory.toAbsolutePath();
        this.mark = new StoreMark(this.directory);
        this.disk = mark.ofTheDisk(this.directory.resolve(DRAFTS));
        this.syncer = syncer;
        Durable.directory(this.directory.resolve(DRAFTS));
        Thread.ofVirtual().name("link-disk-sync").start(DiskSync::link);
    }

    @Override
    public Optional<StoreIdentity> identity() throws IOException {
        return mark.read();
    }

    @Override
    public void identify(StoreIdentity identity) throws IOException {
        Durable.directory(directory.resolve(DRAFTS));
        mark.write(identity);
    }

    @Override
    public Optional<HeldVersion> sealed(DatasetVersion version) throws IOException {
        Path folder = folder("sealed", version);
        return open.get(version, () -> {
            Optional<SignedManifest> signed = manifest(folder, version);
            if (signed.isEmpty()) {
                mustBeThere();
            }
            return signed.isEmpty() ? Optional.empty() : Optional.of(held(signed.get(), folder));
        });
    }

    /** Where its disk is not mounted any more, nothing is said of what lies on it, and nothing written beside it. */
    private void mustBeThere() throws IOException {
        if (!exists(directory.resolve(DRAFTS))) {
            throw new IOException(directory + " is not the store that this node has opened; mount its disk");
        }
    }

    @Override
    public Optional<HeldVersion> sealedAnew(DatasetVersion version) throws IOException {
        open.forget(version);
        return sealed(version);
    }

    @Override
    public void renew(SignedManifest manifest) throws IOException {
        DatasetVersion version = manifest.manifest().header().version();
        try {
            for (String step : STEPS) {
                if (exists(folder(step, version))) {
                    ManifestFolder.write(folder(step, version), manifest);
                }
            }
        } finally {
            open.forget(version);
        }
        Files.deleteIfExists(draft(version));
    }

    @Override
    public List<DatasetVersion> sealed(DatasetId dataset) throws IOException {
        mustBeThere();
        return VersionFolders.list(directory.resolve("sealed"), dataset);
    }

    @Override
    public List<DatasetVersion> partial(DatasetId dataset) throws IOException {
        List<DatasetVersion> versions = new ArrayList<>(VersionFolders.list(directory.resolve("staging"), dataset));
        versions.addAll(VersionFolders.list(directory.resolve("quarantine"), dataset));
        return List.copyOf(versions);
    }

    @Override
    public Path draft(DatasetVersion version) {
        return directory.resolve(DRAFTS).resolve(version.dataset() + "." + version.root());
    }

    @Override
    public StagedReplica stage(SignedManifest manifest) throws IOException {
        mustBeThere();
        DatasetVersion version = manifest.manifest().header().version();
        StagedReplica staged = StagingFolder.open(folder("staging", version), manifest, syncer);
        Files.deleteIfExists(draft(version));
        return staged;
    }

    @Override
    public Optional<SignedManifest> partial(DatasetVersion version) throws IOException {
        Path staging = folder("staging", version);
        // The header comes last: what is staged has no manifest before.
        if (ManifestFolder.exists(staging)) {
            return manifest(staging, version);
        }
        return manifest(folder("quarantine", version), version);
    }

    @Override
    public List<DatasetVersion> others(DatasetVersion version, int most) throws IOException {
        Map<DatasetVersion, FileTime> since = new HashMap<>();
        for (String step : STEPS) {
            for (DatasetVersion other : VersionFolders.list(directory.resolve(step), version.dataset())) {
                if (!other.equals(version)) {
                    lastModified(folder(step, other)).ifPresent(time -> since.put(other, time));
                }
            }
        }
        return since.entrySet().stream()
                .sorted(Map.Entry.<DatasetVersion, FileTime>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Empty for a folder that another transfer has moved on, or erased, since it was listed. */
    static Optional<FileTime> lastModified(Path folder) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(folder));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Looked for twice, since one that is taken back to be mended goes the other way. */
    @Override
    public boolean isHere(DatasetVersion version) throws IOException {
        boolean first = isSeen(version);
        return first || isSeen(version);
    }

    private boolean isSeen(DatasetVersion version) throws IOException {
        for (String step : STEPS) {
            if (exists(folder(step, version))) {
                return true;
            }
        }
        return false;
    }

    /** Looked for twice, as {@link #isHere}. */
    @Override
    public Optional<HeldVersion> present(DatasetVersion version) throws IOException {
        Optional<HeldVersion> seen = seen(version);
        return seen.isPresent() ? seen : seen(version);
    }

    private Optional<HeldVersion> seen(DatasetVersion version) throws IOException {
        for (String step : STEPS) {
            Path folder = folder(step, version);
            if (WHOLE.contains(step) || ManifestFolder.exists(folder)) {
                Optional<SignedManifest> signed = manifest(folder, version);
                if (signed.isPresent()) {
                    return Optional.of(held(signed.get(), folder));
                }
            }
        }
        return Optional.empty();
    }

    private HeldVersion held(SignedManifest signed, Path folder) throws IOException {
        return new StoredVersion(
                signed, folder.resolve("data"), DiskWitness.of(folder, mark.asNow(directory.resolve(DRAFTS))));
    }

    @Override
    public long freeBytes() throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    @Override
    public void quarantine(DatasetVersion version) throws IOException {
        Path folder = folder("staging", version);
        if (exists(folder)) {
            TreeFinish.apply(
                    folder.resolve("data"),
                    ManifestFolder.read(folder, disk).manifest().list());
            Durable.move(folder, folder("quarantine", version));
        }
    }

    @Override
    public boolean quarantined(DatasetVersion version) throws IOException {
        return exists(folder("quarantine", version));
    }

    @Override
    public void seal(DatasetVersion version) throws IOException {
        if (quarantined(version)) {
            Durable.move(folder("quarantine", version), folder("sealed", version));
        }
    }

    @Override
    public void reopen(DatasetVersion version, BitSet damaged, Runnable tick) throws IOException {
        for (String step : WHOLE) {
            if (exists(folder(step, version))) {
                reopen(folder(step, version), version, damaged);
                return;
            }
        }
        // The folder itself is gone: what was read of it before is nothing to go on.
        open.forget(version);
    }

    private void reopen(Path folder, DatasetVersion version, BitSet damaged) throws IOException {
        ManifestHeader header = ManifestFolder.read(folder, disk).manifest().header();
        try (ChunkBitmap bitmap = ChunkBitmap.open(folder.resolve("bitmap"), header)) {
            BitSet sound = new BitSet();
            sound.set(0, header.chunks());
            sound.andNot(damaged);
            bitmap.disclaim(damaged);
            bitmap.claim(sound);
        }
        StagingFolder.makeWritable(
                folder.resolve("data"), ManifestFolder.read(folder, disk).manifest(), damaged);
        open.change(version, () -> Durable.move(folder, folder("staging", version)));
    }

    @Override
    public void discard(DatasetVersion version) throws IOException {
        Durable.remove(draft(version));
        Durable.remove(folder("staging", version));
        Durable.remove(folder("quarantine", version));
    }

    @Override
    public void erase(DatasetVersion version) throws IOException {
        Path folder = folder("sealed", version);
        open.change(version, () -> {
            if (exists(folder)) {
                // Renamed first: a half-removed replica must not pass for a sealed one.
                Durable.move(folder, folder("erasing", version));
            }
        });
        Durable.remove(folder("erasing", version));
    }

    @Override
    public void finishErasing(DatasetId dataset) throws IOException {
        for (DatasetVersion version : VersionFolders.list(directory.resolve("erasing"), dataset)) {
            Durable.remove(folder("erasing", version));
        }
    }

    /** The manifest of what is in a folder; empty where that is not there, or is there no longer. */
    private Optional<SignedManifest> manifest(Path folder, DatasetVersion version) throws IOException {
        if (!exists(folder)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ManifestFolder.read(folder, version, disk));
        } catch (DamagedManifestException e) {
            if (exists(folder)) {
                throw e;
            }
            // It went on to its next place, or was erased, while it was read.
            return Optional.empty();
        }
    }

    @Override
    public void list(StoreListing told) throws IOException {
        mustBeThere();
        new DirectoryWalk(directory, told).walk();
    }

    @Override
    public Optional<StoreStep> step(DatasetVersion version) throws IOException {
        for (String step : DirectoryWalk.STEPS) {
            Path folder = folder(step, version);
            if (exists(folder)) {
                return Optional.of(DirectoryWalk.at(step, folder));
            }
        }
        mustBeThere();
        return Optional.empty();
    }

    private Path folder(String step, DatasetVersion version) {
        return VersionFolders.folder(directory.resolve(step), version);
    }

    private static boolean exists(Path folder) throws IOException {
        return Presence.isDirectory(folder);
    }
}
