package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.Manifest;

/** What the node that received a replica left in its bitmap, held against the disk by another process. */
public final class StagedClaims {
    private StagedClaims() {}

    /** How many chunks are claimed; each must be on the disk as the manifest names it. */
    public static int proved(Path store, DatasetVersion version) throws IOException {
        Path folder = VersionFolders.folder(store.resolve("staging"), version);
        Manifest manifest = ManifestFolder.read(folder).manifest();
        ChunkReader reader = new ChunkReader(folder.resolve("data"), manifest.layout());
        try (ChunkBitmap bitmap = ChunkBitmap.open(folder.resolve("bitmap"), manifest.header())) {
            for (int chunk = 0; chunk < manifest.header().chunks(); chunk++) {
                if (bitmap.claims(chunk)) {
                    assertThat(manifest.digests().proves(chunk, reader.read(chunk)))
                            .as("chunk %d is claimed", chunk)
                            .isTrue();
                }
            }
            return bitmap.count();
        }
    }

    /** How many chunks lie whole in their places, claimed or not. */
    public static int inPlace(Path store, DatasetVersion version) throws IOException {
        Path folder = VersionFolders.folder(store.resolve("staging"), version);
        Manifest manifest = ManifestFolder.read(folder).manifest();
        ChunkReader reader = new ChunkReader(folder.resolve("data"), manifest.layout());
        int whole = 0;
        for (int chunk = 0; chunk < manifest.header().chunks(); chunk++) {
            if (isWhole(reader, manifest, chunk)) {
                whole++;
            }
        }
        return whole;
    }

    private static boolean isWhole(ChunkReader reader, Manifest manifest, int chunk) {
        try {
            return manifest.digests().proves(chunk, reader.read(chunk));
        } catch (IOException e) {
            // The file ends before it.
            return false;
        }
    }
}
