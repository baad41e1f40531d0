package org.liptako.node.exchange.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.signature.SignedStatement;

/** Manifests of directories for tests of what comes after signing: the signature is not a real one. */
public final class Publications {
    public static final DatasetId DATASET = new DatasetId("ML-DS-008");
    public static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    private Publications() {}

    public static SignedManifest plain(Path directory, Path keys) throws IOException {
        return unsigned(TreeDigest.read(
                        directory, order(Optional.of(new DatasetKeys(keys).cipher(DATASET)), AT), Optional.empty())
                .plain());
    }

    static ReadingOrder order(Optional<ChunkCipher> cipher, Instant at) {
        return new ReadingOrder(DATASET, cipher, at, PublishProgress.UNHEARD);
    }

    public static SignedManifest unsigned(Manifest manifest) {
        return new SignedManifest(
                manifest,
                new SignedStatement(
                        ManifestHeader.CONTEXT, manifest.header().toJson(), new byte[] {1}, List.of(new byte[] {2})));
    }
}
