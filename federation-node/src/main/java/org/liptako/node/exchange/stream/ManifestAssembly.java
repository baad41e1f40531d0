package org.liptako.node.exchange.stream;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.manifest.ChunkDigests;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.signature.SignedStatement;

/** Takes a manifest part by part, and never more of it than its header announces; the header itself is checked before anything that it announces. Not thread-safe. */
final class ManifestAssembly {
    private final List<ManifestFile> files = new ArrayList<>();
    private final ByteArrayOutputStream digests = new ByteArrayOutputStream();
    private final HeaderCheck check;
    private long bytes;
    private long pathCharacters;
    private @Nullable SignedStatement statement;
    private @Nullable ManifestHeader header;

    ManifestAssembly(HeaderCheck check) {
        this.check = check;
    }

    static SignedStatement statement(byte[] payload, byte[] signature, List<byte[]> chain) {
        try {
            return new SignedStatement(ManifestHeader.CONTEXT, payload, signature, chain);
        } catch (IllegalArgumentException e) {
            throw refused("signature", "signature");
        }
    }

    void header(SignedStatement signed) {
        if (statement != null) {
            throw refused("second en-tête", "second header");
        }
        ManifestHeader parsed = ManifestHeader.parse(signed.payload());
        check.check(parsed, signed);
        statement = signed;
        header = parsed;
    }

    void file(String path, long size, int mode) {
        if (files.size() >= announced().files()) {
            throw refused("plus de fichiers qu'annoncé", "more files than announced");
        }
        ManifestFile file = new ManifestFile(new ManifestPath(path), size, mode);
        pathCharacters += path.length();
        if (size > announced().bytes() - bytes || pathCharacters > FileList.MOST_PATH_CHARACTERS) {
            throw refused(
                    "plus d'octets qu'annoncé, ou des chemins trop longs",
                    "more bytes than announced, or too long paths");
        }
        bytes += size;
        files.add(file);
    }

    void digests(long first, byte[] some) {
        long expected = digests.size() / ChunkDigests.DIGEST_BYTES;
        long room = (long) announced().chunks() * ChunkDigests.DIGEST_BYTES - digests.size();
        if (first != expected || some.length > room) {
            throw refused("empreintes en désordre ou en trop", "digests out of order or too many");
        }
        digests.writeBytes(some);
    }

    SignedManifest manifest() {
        Manifest manifest = new Manifest(announced(), new FileList(files), new ChunkDigests(digests.toByteArray()));
        SignedStatement signed = statement;
        if (signed == null) {
            throw refused("en-tête absent", "no header");
        }
        return new SignedManifest(manifest, signed);
    }

    private ManifestHeader announced() {
        ManifestHeader first = header;
        if (first == null) {
            throw refused("en-tête absent", "no header");
        }
        return first;
    }

    private static Failure refused(String fr, String en) {
        return Failure.of(
                ErrorCode.MANIFEST_REFUSED,
                "Le manifeste reçu est mal formé : " + fr + ".",
                "The manifest received is malformed: " + en + ".");
    }
}
