package org.liptako.node.exchange.manifest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.MerkleHash;
import org.liptako.pki.evidence.MerkleTree;

/**
 * All that a version consists of: header, files, and the digest of every chunk. One that exists is consistent: its header's measures and
 * root are those of its files and digests.
 *
 * <p>The root is that of the tree (RFC 6962) whose leaves are the form; then for each file its mode, size and path, followed by
 * the digests of its chunks. Immutable.
 */
public final class Manifest {
    private final ManifestHeader header;
    private final FileList list;
    private final ChunkDigests digests;
    private final ChunkLayout layout;

    /**
     * Puts together what another node says of a version.
     *
     * @throws Failure MANIFEST_REFUSED if the parts contradict each other
     */
    public Manifest(ManifestHeader header, FileList list, ChunkDigests digests) {
        this.header = header;
        this.list = list;
        this.digests = digests;
        this.layout = new ChunkLayout(list, header.chunkBytes());
        if (!header.equals(headerOf(header.dataset(), header.encrypted(), list, digests, header.at()))) {
            throw contradiction();
        }
    }

    /** The manifest of files whose chunks have these digests, to be signed at this instant. */
    public static Manifest of(DatasetId dataset, boolean encrypted, FileList list, ChunkDigests digests, Instant at) {
        return new Manifest(headerOf(dataset, encrypted, list, digests, at), list, digests);
    }

    public ManifestHeader header() {
        return header;
    }

    public FileList list() {
        return list;
    }

    public ChunkDigests digests() {
        return digests;
    }

    public ChunkLayout layout() {
        return layout;
    }

    private static ManifestHeader headerOf(
            DatasetId dataset, boolean encrypted, FileList list, ChunkDigests digests, Instant at) {
        ChunkLayout layout = new ChunkLayout(list, ChunkLayout.chunkBytes(encrypted));
        if (layout.chunks() != digests.size()) {
            throw contradiction();
        }
        DatasetVersion version = new DatasetVersion(dataset, root(encrypted, list, digests));
        return ManifestHeader.of(version, encrypted, list, layout.chunks(), at);
    }

    private static VersionRoot root(boolean encrypted, FileList list, ChunkDigests digests) {
        int chunkBytes = ChunkLayout.chunkBytes(encrypted);
        MerkleTree tree = new MerkleTree();
        tree.append(MerkleHash.leaf((ManifestHeader.FORMAT + '\n' + chunkBytes).getBytes(US_ASCII)));
        int chunk = 0;
        for (ManifestFile file : list.files()) {
            tree.append(MerkleHash.leaf(leaf(file)));
            for (long left = file.chunks(chunkBytes); left > 0; left--) {
                tree.append(MerkleHash.leaf(digests.digest(chunk++)));
            }
        }
        return new VersionRoot(tree.root().hex());
    }

    private static byte[] leaf(ManifestFile file) {
        byte[] path = file.path().encoded();
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES + path.length)
                .putInt(file.mode())
                .putLong(file.size())
                .put(path)
                .array();
    }

    private static Failure contradiction() {
        return Failure.of(
                ErrorCode.MANIFEST_REFUSED,
                "L'en-tête du manifeste contredit ses fichiers ou ses empreintes.",
                "The manifest's header contradicts its files or its digests.");
    }
}
