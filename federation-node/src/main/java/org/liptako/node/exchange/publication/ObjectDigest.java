package org.liptako.node.exchange.publication;

import java.io.IOException;
import java.util.Optional;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.manifest.Manifest;

/**
 * Both manifests of the objects below a prefix, made in one reading of them.
 *
 * @param plain over the objects as they are
 * @param encrypted over their ciphertext, if that was asked for
 */
record ObjectDigest(ObjectTree tree, Manifest plain, Optional<Manifest> encrypted) {
    static ObjectDigest read(BucketClient bucket, String below, ReadingOrder order) throws IOException {
        ObjectTree tree = ObjectTree.read(bucket, below);
        ChunkLayout layout = new ChunkLayout(tree.list(), ChunkLayout.PLAIN_BYTES);
        try (DigestPair digests = new DigestPair(layout.chunks(), order)) {
            new ObjectReader(bucket, tree, layout, digests::taker).read();
            if (!ObjectTree.read(bucket, below).equals(tree)) {
                throw PublicationFailures.changed(bucket.name(below));
            }
            FileLists lists = FileLists.of(tree.list(), order.cipher());
            return new ObjectDigest(tree, digests.plain(lists.plain()), digests.encrypted(lists.form()));
        }
    }
}
