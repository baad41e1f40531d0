package org.liptako.node.exchange.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.manifest.DirectoryTree;
import org.liptako.node.exchange.manifest.FileStamp;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.SourceTree;

/**
 * Both manifests of a directory, made in one reading of it.
 *
 * @param plain over the files as they are
 * @param encrypted over their ciphertext, if that was asked for
 * @param reading for the next version of the same directory
 */
record TreeDigest(Manifest plain, Optional<Manifest> encrypted, ReadingFile reading) {
    /**
     * Reads a directory.
     *
     * @param earlier spares the reading of what has not changed since
     */
    static TreeDigest read(Path directory, ReadingOrder order, Optional<EarlierReading> earlier) throws IOException {
        Optional<ChunkCipher> cipher = order.cipher();
        Instant at = order.at();
        SourceTree tree = DirectoryTree.read(directory);
        ChunkLayout layout = new ChunkLayout(tree.files(), ChunkLayout.PLAIN_BYTES);
        try (DigestPair digests = new DigestPair(layout.chunks(), order)) {
            BitSet changed = changed(tree, layout, earlier.filter(reading -> reading.serves(cipher)), digests);
            // Checking the list of many files, and encrypting it, takes about as long as hashing them.
            FileLists lists = new TreeReader(directory, new Stretches(tree, changed), digests::taker)
                    .read(() -> FileLists.of(tree.list(), cipher));
            Optional<Path> renamed = tree.changedDirectory();
            if (renamed.isPresent()) {
                throw PublicationFailures.changed(
                        directory.relativize(renamed.get()).toString());
            }
            // A root takes as many hashes as there are files and chunks.
            FutureTask<Optional<Manifest>> beside = new FutureTask<>(() -> digests.encrypted(lists.form()));
            Thread.ofPlatform().name("publish-root").daemon().start(beside);
            Manifest plain = digests.plain(lists.plain());
            Optional<Manifest> encrypted = TreeReader.result(beside);
            return new TreeDigest(
                    plain,
                    encrypted,
                    new ReadingFile(
                            TimeUnit.MILLISECONDS.toNanos(at.toEpochMilli()),
                            encrypted.map(manifest -> manifest.header().root()),
                            cipher.map(ChunkCipher::keyCheck).orElse(""),
                            tree.stamps()));
        }
    }

    /** Takes over the digests of what is as it was; the other files are to be read. */
    private static BitSet changed(
            SourceTree tree, ChunkLayout layout, Optional<EarlierReading> earlier, DigestPair digests)
            throws IOException {
        BitSet changed = new BitSet();
        changed.set(0, tree.files().size());
        if (earlier.isEmpty()) {
            return changed;
        }
        EarlierReading.Search search = earlier.get().search();
        Iterator<FileStamp> stamps = tree.stamps().iterator();
        int i = 0;
        for (ManifestFile file : tree.files()) {
            OptionalInt then = search.firstChunk(file, stamps.next());
            if (then.isPresent()) {
                int count = (int) file.chunks(ChunkLayout.PLAIN_BYTES);
                digests.take(layout.firstChunk(i), count, earlier.get(), then.getAsInt());
                changed.clear(i);
            }
            i++;
        }
        return changed;
    }
}
