package org.liptako.node.campaign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.publication.ArrivedFiles;
import org.liptako.node.exchange.store.ChunkLook;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;
import org.liptako.pki.evidence.Digest;

/** Holds what has come against the list of what lies abroad. */
final class ListedProof {
    /** What a disk's blocks want before and after a chunk. */
    private static final int SPARE_BYTES = 64 << 10;

    private static final int MOST_SHOWN = 5;
    private static final int LONGEST_NAME = 120;

    private final Listing listing;
    private final Progress progress;

    /** Told often while bytes are read; what it throws ends the reading. */
    @FunctionalInterface
    interface Progress {
        void goesOn();
    }

    ListedProof(Listing listing, Progress progress) {
        this.listing = listing;
        this.progress = progress;
    }

    /**
     * Whether all has come, and is whole: so that nothing is published that is not what lies abroad.
     *
     * @throws Failure NOT_READY naming what is missing, or too much, or other
     */
    void arrived(ArrivedFiles arrived) throws IOException {
        names(arrived.names());
        List<String> other = new ArrayList<>();
        for (String name : new TreeSet<>(arrived.names())) {
            if (!Objects.equals(digest(arrived, name), listing.files().get(name))) {
                other.add(name);
            }
        }
        mustBeNone(
                other,
                listing.files().size(),
                "Fichiers qui n'ont pas l'empreinte de la liste",
                "Files without the digest of the list");
    }

    private Digest digest(ArrivedFiles arrived, String name) throws IOException {
        MessageDigest sha256 = Listing.sha256();
        progress.goesOn();
        arrived.contents().read(name, bytes -> {
            sha256.update(bytes);
            progress.goesOn();
        });
        return Digest.of(sha256.digest());
    }

    /**
     * Reads every chunk from the disk, as the manifest names it, and each file's SHA-256 of the same bytes.
     *
     * @throws Failure NOT_READY naming the files that are not those of the list
     */
    void proved(HeldVersion held) throws IOException {
        Manifest manifest = held.manifest();
        List<ManifestFile> files = manifest.list().files();
        names(new TreeSet<>(files.stream().map(file -> file.path().value()).toList()));
        if (!manifest.list().links().isEmpty()) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "Ce qui est arrivé contient des liens symboliques, qu'une liste d'empreintes ne prouve pas ;"
                            + " remplacez-les par les fichiers.",
                    "What has come holds symbolic links, which a list of digests does not prove; put the files in their"
                            + " place.");
        }
        ByteBuffer memory = ByteBuffer.allocateDirect(ChunkLayout.chunkBytes(true) + SPARE_BYTES);
        List<String> other = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            if (!isListed(held, file, memory)) {
                other.add(files.get(file).path().value());
            }
        }
        mustBeNone(
                other,
                listing.files().size(),
                "Fichiers qui ne sont pas sur le disque ce que nomme la liste",
                "Files that are not on the disk what the list names");
    }

    private boolean isListed(HeldVersion held, int index, ByteBuffer memory) throws IOException {
        ManifestFile file = held.manifest().list().files().get(index);
        MessageDigest sha256 = Listing.sha256();
        int first = held.manifest().layout().firstChunk(index);
        int chunks = Math.toIntExact(file.chunks(held.manifest().header().chunkBytes()));
        for (int chunk = first; chunk < first + chunks; chunk++) {
            progress.goesOn();
            if (!(ChunkLook.onDisk(held, chunk, memory) instanceof ChunkLook.Sound sound)) {
                return false;
            }
            sha256.update(sound.bytes());
        }
        return Objects.equals(
                Digest.of(sha256.digest()), listing.files().get(file.path().value()));
    }

    private void names(Set<String> come) {
        Set<String> missing = new TreeSet<>(listing.files().keySet());
        missing.removeAll(come);
        mustBeNone(
                List.copyOf(missing),
                listing.files().size(),
                "Fichiers de la liste qui ne sont pas arrivés",
                "Files of the list that have not come");
        Set<String> more = new TreeSet<>(come);
        more.removeAll(listing.files().keySet());
        mustBeNone(
                List.copyOf(more),
                come.size(),
                "Fichiers arrivés qui ne sont pas dans la liste",
                "Files come that are not in the list");
    }

    private static void mustBeNone(List<String> names, int all, String fr, String en) {
        if (!names.isEmpty()) {
            String shown = String.join(
                    ", ",
                    names.stream()
                            .limit(MOST_SHOWN)
                            .map(name -> Printable.line(name, LONGEST_NAME))
                            .toList());
            String more = names.size() > MOST_SHOWN ? ", …" : "";
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    fr + ", " + names.size() + " sur " + all + " : " + shown + more + ".",
                    en + ", " + names.size() + " of " + all + ": " + shown + more + ".");
        }
    }
}
