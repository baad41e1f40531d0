package org.liptako.node.exchange.unsealing;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.publication.PublishDesk;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.registry.PublishedVersion;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes files again of an encrypted copy that this site holds, under the key that its State keeps. They are written beside their place, and have their name
 * only once they are whole. One at a time. Thread-safe.
 */
public final class RestoreDesk {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreDesk.class);

    private final SiteRecord own;
    private final Path publishDirectory;
    private final DatasetKeys keys;
    private final Holdings holdings;

    /** @param publishDirectory nothing outside it is written */
    public RestoreDesk(SiteRecord own, Path publishDirectory, DatasetKeys keys, Holdings holdings) {
        this.own = own;
        this.publishDirectory = publishDirectory;
        this.keys = keys;
        this.holdings = holdings;
    }

    /**
     * Restores.
     *
     * @param root of the encrypted version; empty for the latest
     * @param directory relative to the publishing directory; not there yet
     * @throws Failure if the dataset is another State's, the copy is not here or not what its manifest names, or the directory is taken; nothing has then the
     *     directory's name
     */
    public synchronized RestoredVersion restore(DatasetId dataset, Optional<VersionRoot> root, String directory)
            throws IOException {
        mustBeOwn(dataset);
        Path place = inside(directory);
        VersionRoot encrypted = root.orElseGet(() -> latest(dataset));
        DatasetVersion version = new DatasetVersion(dataset, encrypted);
        RestoredTree tree = new RestoredTree(held(version), key(dataset), () -> damaged(version));
        mustHaveRoom(tree);
        Path drafts = drafts();
        try {
            Path draft = drafts.resolve("tree");
            tree.writeTo(draft);
            Durable.move(draft, place);
        } catch (AtomicMoveNotSupportedException e) {
            throw otherDisk(e);
        } finally {
            Durable.remove(drafts);
        }
        return new RestoredVersion(
                encrypted,
                tree.list().entries(),
                tree.list().files().stream().mapToLong(file -> file.size()).sum());
    }

    /** Removes what a kill in the middle of a restoration has left in clear. */
    public synchronized void start() {
        try {
            Durable.remove(publishDirectory.resolve(PublishDesk.DRAFTS));
        } catch (IOException e) {
            LOG.warn("What a restoration that broke off has left in {} cannot be removed.", publishDirectory, e);
        }
    }

    /** Nobody else's: no version may be restored or published by this name. */
    private Path drafts() throws IOException {
        Path drafts = publishDirectory.toRealPath().resolve(PublishDesk.DRAFTS);
        Durable.remove(drafts);
        Durable.directory(drafts);
        return drafts;
    }

    private ChunkCipher key(DatasetId dataset) {
        return keys.existing(dataset)
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_READY,
                        "La clé de " + dataset + " n'est pas dans le répertoire des clés (liptako.exchange.keys-dir) ;"
                                + " remettez-l'y de la sauvegarde.",
                        "The key of " + dataset + " is not in the directory of keys (liptako.exchange.keys-dir); put it"
                                + " back from the backup."));
    }

    private void mustBeOwn(DatasetId dataset) {
        if (dataset.home().filter(own.journal().state()::equals).isEmpty()) {
            throw Failure.of(
                    ErrorCode.OTHER_STATE_DECIDES,
                    "Le jeu de données " + dataset + " est d'un autre État, qui seul en a la clé.",
                    "The dataset " + dataset + " is another State's, which alone has its key.");
        }
    }

    private VersionRoot latest(DatasetId dataset) {
        return own.registry()
                .latestVersion(dataset)
                .map(PublishedVersion::encryptedRoot)
                .filter(Objects::nonNull)
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_KNOWN,
                        "La dernière version de " + dataset
                                + " n'a pas de forme chiffrée ; nommez-en une autre (--version-root).",
                        "The latest version of " + dataset
                                + " has no encrypted form; name another one (--version-root)."));
    }

    /** A copy that was received is withdrawn at once, as where it is to be given. */
    private Failure damaged(DatasetVersion version) throws IOException {
        return holdings.withdraw(version) ? withdrawn(version) : RestoredTree.corrupt();
    }

    private static Failure withdrawn(DatasetVersion version) {
        return Failure.of(
                ErrorCode.BYTES_CORRUPT,
                "La copie de " + version + " sur ce site est endommagée ; elle est retirée et se répare d'elle-même"
                        + " (« liptako replica verify » dit où elle en est). Restituez-la ensuite.",
                "The copy of " + version + " at this site is damaged; it is withdrawn and is mended by itself"
                        + " (liptako replica verify says how far it is). Restore it afterwards.");
    }

    private HeldVersion held(DatasetVersion version) throws IOException {
        if (holdings.isWithdrawn(version)) {
            throw withdrawn(version);
        }
        return holdings.find(version)
                .filter(found -> found.manifest().header().encrypted())
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_READY,
                        "Ce site ne détient pas la version chiffrée " + version.root()
                                + " ; faites-la d'abord revenir par un transfert ou par disque.",
                        "This site does not hold the encrypted version " + version.root()
                                + "; have it come back first, by a transfer or by disk."));
    }

    /** Links are followed before the check, so that none leads out. */
    private Path inside(String directory) {
        Path place;
        try {
            Path allowed = publishDirectory.toRealPath();
            Path named = allowed.resolve(directory).normalize();
            Path parent = named.getParent();
            if (parent == null || named.equals(allowed) || !parent.toRealPath().startsWith(allowed)) {
                throw outside(null);
            }
            place = parent.toRealPath().resolve(named.getFileName());
            if (place.startsWith(allowed.resolve(PublishDesk.DRAFTS))) {
                throw outside(null);
            }
        } catch (IOException | InvalidPathException e) {
            throw outside(e);
        }
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Le répertoire existe déjà ; donnez-en un nouveau, pour que rien ne soit remplacé.",
                    "The directory is there already; give a new one, so that nothing is replaced.");
        }
        return place;
    }

    private void mustHaveRoom(RestoredTree tree) throws IOException {
        long needed =
                tree.list().files().stream().mapToLong(file -> file.size()).sum();
        long free = Files.getFileStore(publishDirectory).getUsableSpace();
        if (free < needed) {
            throw Failure.of(
                    ErrorCode.STORE_FULL,
                    "Il manque de la place : " + needed + " octets à écrire, " + free + " octets libres ; libérez-en.",
                    "There is no room: " + needed + " bytes to write, " + free + " bytes free; free some.");
        }
    }

    private static Failure otherDisk(IOException cause) {
        return new Failure(
                ErrorCode.INVALID_REQUEST,
                new Sentence(
                        "Le répertoire est sur un autre disque que le répertoire de publication ; donnez-en un qui soit sur le"
                                + " même.",
                        "The directory is on another disk than the publishing directory; give one on the same."),
                cause);
    }

    private static Failure outside(@Nullable Exception cause) {
        return new Failure(
                ErrorCode.INVALID_REQUEST,
                new Sentence(
                        "Ce répertoire n'est pas sous le répertoire de publication (liptako.exchange.publish-dir).",
                        "This directory is not below the publishing directory (liptako.exchange.publish-dir)."),
                cause);
    }
}
