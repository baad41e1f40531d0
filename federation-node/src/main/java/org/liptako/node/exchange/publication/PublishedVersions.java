package org.liptako.node.exchange.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.store.DiskWitness;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.store.ManifestFolder;
import org.liptako.node.exchange.store.OpenVersions;
import org.liptako.node.exchange.store.Presence;
import org.liptako.node.exchange.store.StoredVersion;
import org.liptako.node.exchange.store.VersionFolders;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versions that this State has published. Their bytes stay where the operator put them, in a directory or in a bucket; kept here are the
 * two manifests of each: that in clear with the {@code origin} of the files, that over the ciphertext with the {@code plain} version it is made from. Thread-safe.
 */
public final class PublishedVersions {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedVersions.class);
    private static final String ORIGIN = "origin";
    private static final String PLAIN = "plain";
    private static final String READING = "reading";

    private final Path directory;
    private final DatasetKeys keys;
    private final Optional<PublishedObjects> objects;
    private final OpenVersions open = new OpenVersions();

    /** Those of directories alone. */
    public PublishedVersions(Path directory, DatasetKeys keys) {
        this(directory, keys, Optional.empty());
    }

    /** @param objects those that may be published, if there are any */
    public PublishedVersions(Path directory, DatasetKeys keys, Optional<PublishedObjects> objects) {
        this.directory = directory.toAbsolutePath();
        this.keys = keys;
        this.objects = objects;
    }

    /** The objects that may be published. */
    Optional<PublishedObjects> objects() {
        return objects;
    }

    /** A version, in clear or encrypted, as its root says. */
    public Optional<HeldVersion> find(DatasetVersion version) throws IOException {
        return open.get(version, () -> load(version));
    }

    /** Whether a version of the dataset was published here and not erased. */
    public boolean holds(DatasetId dataset) throws IOException {
        return !VersionFolders.list(directory, dataset).isEmpty();
    }

    /** Lets go of what it has in memory of a dataset: its key, for one. */
    public void forget(DatasetId dataset) throws IOException {
        VersionFolders.list(directory, dataset).forEach(open::forget);
    }

    void add(Path origin, SignedManifest plain, Optional<SignedManifest> encrypted, ReadingFile reading)
            throws IOException {
        DatasetVersion version = plain.manifest().header().version();
        add(plain, ORIGIN, origin.toAbsolutePath().toString());
        if (encrypted.isPresent()) {
            add(encrypted.get(), PLAIN, version.root().value());
        }
        Durable.write(folder(version).resolve(READING), reading::write);
        open.forget(version);
    }

    void add(PublishedObjects from, ObjectTree tree, SignedManifest plain, Optional<SignedManifest> encrypted)
            throws IOException {
        DatasetVersion version = plain.manifest().header().version();
        Durable.directory(folder(version));
        from.keep(tree, folder(version));
        add(plain, ORIGIN, PublishedObjects.SCHEME + tree.below());
        if (encrypted.isPresent()) {
            add(encrypted.get(), PLAIN, version.root().value());
        }
        open.forget(version);
    }

    /** What the last reading of the same directory found, if it was kept. */
    Optional<EarlierReading> earlier(Path origin, DatasetId dataset) throws IOException {
        Optional<DatasetVersion> last = Optional.empty();
        FileTime lastRead = FileTime.fromMillis(0);
        for (DatasetVersion version : VersionFolders.list(directory, dataset)) {
            Path file = folder(version).resolve(READING);
            if (Presence.isFile(file) && isFrom(origin, version)) {
                FileTime read = Files.getLastModifiedTime(file);
                if (read.compareTo(lastRead) > 0) {
                    last = Optional.of(version);
                    lastRead = read;
                }
            }
        }
        try {
            return last.isEmpty() ? Optional.empty() : earlier(last.get());
        } catch (IOException e) {
            LOG.warn("What the last reading of {} found cannot be read; every file is read.", origin, e);
            return Optional.empty();
        }
    }

    private Optional<EarlierReading> earlier(DatasetVersion version) throws IOException {
        ReadingFile reading = ReadingFile.read(folder(version).resolve(READING));
        Optional<DatasetVersion> encrypted =
                reading.encrypted().map(root -> new DatasetVersion(version.dataset(), root));
        boolean whole = ManifestFolder.exists(folder(version))
                && (encrypted.isEmpty() || ManifestFolder.exists(folder(encrypted.get())));
        if (!whole) {
            return Optional.empty();
        }
        Optional<Manifest> second = encrypted.isEmpty()
                ? Optional.empty()
                : Optional.of(ManifestFolder.read(folder(encrypted.get())).manifest());
        Manifest plain = ManifestFolder.read(folder(version)).manifest();
        int files = plain.list().files().size();
        boolean together = reading.stamps().size() == files
                && second.map(made -> made.list().files().size() == files + 1).orElse(true);
        if (!together) {
            throw new IOException("The reading of " + version + " is of other files than its manifests.");
        }
        return Optional.of(new EarlierReading(plain, second, reading));
    }

    private boolean isFrom(Path origin, DatasetVersion version) throws IOException {
        return Files.readString(folder(version).resolve(ORIGIN))
                .equals(origin.toAbsolutePath().toString());
    }

    /**
     * Removes every published version of a dataset, where it lies, and checks that it is gone.
     *
     * @throws org.liptako.node.wire.Failure if nothing is found of what was published from a directory, or it has become a link
     */
    public void erase(DatasetId dataset) throws IOException {
        List<DatasetVersion> versions = VersionFolders.list(directory, dataset);
        List<PublishedErasure.Origin> origins = new ArrayList<>();
        for (DatasetVersion version : versions) {
            Path folder = folder(version);
            if (ManifestFolder.exists(folder) && Presence.isFile(folder.resolve(ORIGIN))) {
                String origin = Files.readString(folder.resolve(ORIGIN));
                FileList list = ManifestFolder.read(folder).manifest().list();
                if (origin.startsWith(PublishedObjects.SCHEME)) {
                    bucketOf(origin).erase(origin, list);
                } else {
                    origins.add(new PublishedErasure.Origin(folder, Path.of(origin), list));
                }
            }
        }
        PublishedErasure.run(origins);
        for (DatasetVersion version : versions) {
            try {
                Durable.remove(folder(version));
            } finally {
                open.forget(version);
            }
        }
    }

    private PublishedObjects bucketOf(String origin) throws IOException {
        return objects.orElseThrow(() -> new IOException("The version was published from " + origin
                + ", and liptako.exchange.s3.publish-prefix names no bucket now."));
    }

    private HeldVersion atOrigin(SignedManifest signed, String origin, Path folder) throws IOException {
        if (origin.startsWith(PublishedObjects.SCHEME)) {
            PublishedObjects published = bucketOf(origin);
            return new ObjectVersion(
                    signed,
                    published.bucket(),
                    published.kept(origin, signed.manifest().list(), folder));
        }
        return new StoredVersion(signed, Path.of(origin), DiskWitness.of(Path.of(origin)));
    }

    private void add(SignedManifest manifest, String marker, String content) throws IOException {
        Path folder = folder(manifest.manifest().header().version());
        Durable.directory(folder);
        PublishedErasure.forget(folder);
        Durable.write(folder.resolve(marker), content.getBytes(UTF_8));
        ManifestFolder.write(folder, manifest);
    }

    private Optional<HeldVersion> load(DatasetVersion version) throws IOException {
        Path folder = folder(version);
        if (!ManifestFolder.exists(folder)) {
            return Optional.empty();
        }
        SignedManifest signed = ManifestFolder.read(folder);
        if (!signed.manifest().header().encrypted()) {
            return Optional.of(atOrigin(signed, Files.readString(folder.resolve(ORIGIN)), folder));
        }
        VersionRoot root = new VersionRoot(Files.readString(folder.resolve(PLAIN)));
        Optional<HeldVersion> plain = find(new DatasetVersion(version.dataset(), root));
        return plain.isEmpty() ? Optional.empty() : Optional.of(encrypted(signed, plain.get()));
    }

    private HeldVersion encrypted(SignedManifest signed, HeldVersion plain) throws IOException {
        ChunkCipher cipher = keys.cipher(signed.manifest().header().dataset());
        return new EncryptedVersion(
                signed, plain, new EncryptedForm(plain.manifest().list(), cipher), cipher);
    }

    private Path folder(DatasetVersion version) {
        return VersionFolders.folder(directory, version);
    }
}
