package org.liptako.node.exchange.manifest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.MerkleTree;

/**
 * All that a version consists of: header, files, and the digest of every chunk. One that exists is consistent: its header's measures and
 * root are those of its files and digests.
 *
 * <p>The root is that of the tree (RFC 6962) whose leaves are the form; then for each file its mode, size and path, followed by
 * the digests of its chunks; then each link and each empty directory. The kind of each leaf follows from those before it. Immutable.
 */
public final class Manifest {
    /** The kinds as POSIX numbers them (S_IFLNK, S_IFDIR): beyond any mode of a file. */
    private static final int LINK = 0120000;

    private static final int DIRECTORY = 0040000;

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
        this(list, digests, header.encrypted(), header.dataset(), header.at());
        if (!header.equals(this.header)) {
            throw contradiction();
        }
    }

    private Manifest(FileList list, ChunkDigests digests, boolean encrypted, DatasetId dataset, Instant at) {
        this.list = list;
        this.digests = digests;
        this.layout = new ChunkLayout(list, ChunkLayout.chunkBytes(encrypted));
        if (layout.chunks() != digests.size()) {
            throw contradiction();
        }
        DatasetVersion version = new DatasetVersion(dataset, root(encrypted, list, digests));
        this.header = ManifestHeader.of(version, encrypted, list, layout, at);
    }

    /** The manifest of files whose chunks have these digests, to be signed at this instant. */
    public static Manifest of(DatasetId dataset, boolean encrypted, FileList list, ChunkDigests digests, Instant at) {
        return new Manifest(list, digests, encrypted, dataset, at);
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

    private static VersionRoot root(boolean encrypted, FileList list, ChunkDigests digests) {
        int chunkBytes = ChunkLayout.chunkBytes(encrypted);
        MerkleTree tree = new MerkleTree();
        tree.appendLeaf((ManifestHeader.format(list) + '\n' + chunkBytes).getBytes(US_ASCII));
        int chunk = 0;
        for (ManifestFile file : list.files()) {
            tree.appendLeaf(leaf(file.mode(), file.size(), file.path(), new byte[0]));
            for (long left = file.chunks(chunkBytes); left > 0; left--) {
                tree.appendLeaf(digests.digest(chunk++));
            }
        }
        for (ManifestLink link : list.links()) {
            byte[] target = link.target().getBytes(UTF_8);
            tree.appendLeaf(leaf(LINK, target.length, link.path(), target));
        }
        for (ManifestPath directory : list.directories()) {
            tree.appendLeaf(leaf(DIRECTORY, 0, directory, new byte[0]));
        }
        return new VersionRoot(tree.root().hex());
    }

    /** A number that is a file's mode or says the kind, a length, the path, and what a link has besides. */
    private static byte[] leaf(int kind, long length, ManifestPath path, byte[] rest) {
        byte[] encoded = path.encoded();
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES + encoded.length + rest.length)
                .putInt(kind)
                .putLong(length)
                .put(encoded)
                .put(rest)
                .array();
    }

    private static Failure contradiction() {
        return Failure.of(
                ErrorCode.MANIFEST_REFUSED,
                "L'en-tête du manifeste contredit ses fichiers ou ses empreintes.",
                "The manifest's header contradicts its files or its digests.");
    }
}
