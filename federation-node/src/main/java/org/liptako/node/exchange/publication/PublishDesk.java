package org.liptako.node.exchange.publication;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.bucket.BucketException;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionPublished;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.signature.StatementSigner;

/** Makes what lies in a directory, or below a prefix of a bucket, a version of one of this State's datasets. One at a time: each keeps the disk busy. Thread-safe. */
public final class PublishDesk {
    /** Below the publishing directory: where what is restored lies until it is whole. No name that an operator gives leads there. */
    public static final String DRAFTS = ".liptako-restoring";

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final ReentrantLock turn = new ReentrantLock();
    private final SiteRecord own;
    private final Path publishDirectory;
    private final DatasetKeys keys;
    private final PublishedVersions versions;
    private final StatementSigner signer;

    /** @param publishDirectory nothing outside it is read */
    public PublishDesk(
            SiteRecord own,
            Path publishDirectory,
            DatasetKeys keys,
            PublishedVersions versions,
            StatementSigner signer) {
        this.own = own;
        this.publishDirectory = publishDirectory;
        this.keys = keys;
        this.versions = versions;
        this.signer = signer;
    }

    /** Reads the directory, signs the manifests, journals the version. The same content again is the same version, journaled once. */
    public VersionPublished publish(Publication publication) throws IOException {
        return publish(publication, PublishProgress.UNHEARD);
    }

    /** The same, and tells that it goes on: a large version is read for hours, and others may come before it. */
    public VersionPublished publish(Publication publication, PublishProgress progress) throws IOException {
        awaitTurn(progress);
        try {
            return make(publication, progress);
        } finally {
            turn.unlock();
        }
    }

    private void awaitTurn(PublishProgress progress) throws InterruptedIOException {
        try {
            while (!turn.tryLock(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                progress.goesOn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("A publication was interrupted while it waited for another.");
        }
    }

    private VersionPublished make(Publication publication, PublishProgress progress) throws IOException {
        DatasetId dataset = publication.dataset();
        checkOwn(dataset);
        Optional<ChunkCipher> cipher = publication.clearOnly() ? Optional.empty() : Optional.of(keys.cipher(dataset));
        ReadingOrder order = new ReadingOrder(dataset, cipher, own.journal().now(), progress);
        VersionPublished event = publication.directory().startsWith(PublishedObjects.SCHEME)
                ? readObjects(publication, order)
                : readDirectory(publication, order);
        // A key that was destroyed while the files were read would leave a version that nobody could ever serve.
        cipher.ifPresent(ChunkCipher::keyCheck);
        boolean known = own.registry()
                .latestVersion(dataset)
                .filter(latest -> latest.root().equals(event.versionRoot())
                        && Objects.equals(latest.encryptedRoot(), event.encryptedRoot()))
                .isPresent();
        if (!known) {
            own.journal().append(event);
        }
        return event;
    }

    /**
     * What lies where a version may be published from.
     *
     * @throws Failure INVALID_REQUEST or NOT_READY where that cannot be looked at
     */
    public ArrivedFiles arrived(String origin) throws IOException {
        if (!origin.startsWith(PublishedObjects.SCHEME)) {
            return ArrivedFiles.in(inside(origin));
        }
        PublishedObjects objects = versions.objects().orElseThrow(PublishDesk::noBucket);
        try {
            return ArrivedFiles.of(objects.bucket(), ObjectTree.read(objects.bucket(), below(origin)));
        } catch (BucketException e) {
            throw new Failure(ErrorCode.NOT_READY, e.sentence(), e);
        }
    }

    private VersionPublished readDirectory(Publication publication, ReadingOrder order) throws IOException {
        Path origin = inside(publication.directory());
        Optional<EarlierReading> earlier =
                publication.readAll() ? Optional.empty() : versions.earlier(origin, order.dataset());
        TreeDigest digest = TreeDigest.read(origin, order, earlier);
        versions.add(origin, signed(digest.plain()), digest.encrypted().map(this::signed), digest.reading());
        return event(digest.plain(), digest.encrypted());
    }

    private VersionPublished readObjects(Publication publication, ReadingOrder order) throws IOException {
        PublishedObjects objects = versions.objects().orElseThrow(PublishDesk::noBucket);
        try {
            ObjectDigest digest = ObjectDigest.read(objects.bucket(), below(publication.directory()), order);
            versions.add(
                    objects,
                    digest.tree(),
                    signed(digest.plain()),
                    digest.encrypted().map(this::signed));
            return event(digest.plain(), digest.encrypted());
        } catch (BucketException e) {
            throw new Failure(ErrorCode.NOT_READY, e.sentence(), e);
        }
    }

    /** What the keys of the objects begin with. */
    private static String below(String prefix) {
        String names = prefix.substring(PublishedObjects.SCHEME.length());
        String bare = names.endsWith("/") ? names.substring(0, names.length() - 1) : names;
        return new ManifestPath(bare).value() + "/";
    }

    private static Failure noBucket() {
        return Failure.of(
                ErrorCode.INVALID_REQUEST,
                "Ce nœud ne publie pas d'objets : sa configuration ne dit pas sous quel préfixe"
                        + " (liptako.exchange.s3.publish-prefix).",
                "This node publishes no objects: its configuration does not say below which prefix"
                        + " (liptako.exchange.s3.publish-prefix).");
    }

    private void checkOwn(DatasetId dataset) {
        if (dataset.home().filter(own.journal().state()::equals).isEmpty()) {
            throw Failure.of(
                    ErrorCode.OTHER_STATE_DECIDES,
                    "Le jeu de données " + dataset + " est d'un autre État, qui seul en publie les versions.",
                    "The dataset " + dataset + " is another State's, which alone publishes its versions.");
        }
        if (own.registry().dataset(dataset).isEmpty()) {
            throw Failure.of(
                    ErrorCode.NOT_KNOWN,
                    "Le jeu de données " + dataset + " n'est pas au catalogue ; importez-le d'abord.",
                    "The dataset " + dataset + " is not in the catalogue; import it first.");
        }
    }

    /** Links are followed before the check, so that none leads out. */
    private Path inside(String directory) {
        try {
            Path allowed = publishDirectory.toRealPath();
            Path origin = allowed.resolve(directory).toRealPath();
            boolean draft = origin.startsWith(allowed.resolve(DRAFTS));
            if (origin.startsWith(allowed) && !draft && Files.isDirectory(origin)) {
                return origin;
            }
        } catch (IOException | InvalidPathException e) {
            throw outside(e);
        }
        throw outside(null);
    }

    private static Failure outside(@Nullable Exception cause) {
        return new Failure(
                ErrorCode.INVALID_REQUEST,
                new Sentence(
                        "Ce répertoire n'existe pas sous le répertoire de publication (liptako.exchange.publish-dir).",
                        "There is no such directory below the publishing directory (liptako.exchange.publish-dir)."),
                cause);
    }

    private SignedManifest signed(Manifest manifest) {
        return new SignedManifest(
                manifest, signer.sign(ManifestHeader.CONTEXT, manifest.header().toJson()));
    }

    private VersionPublished event(Manifest inClear, Optional<Manifest> encrypted) {
        ManifestHeader plain = inClear.header();
        return new VersionPublished(
                plain.at(),
                plain.dataset(),
                own.site(),
                plain.root(),
                encrypted.map(form -> form.header().root()).orElse(null),
                plain.files(),
                plain.bytes(),
                plain.chunks());
    }
}
