package org.liptako.node.exchange.stream;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.manifest.ChunkDigests;
import org.liptako.node.exchange.manifest.DigestDraft;
import org.liptako.node.exchange.manifest.FileDraft;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.manifest.ManifestLink;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.signature.SignedStatement;

/** Takes a manifest part by part, and never more of it than its header announces; the header itself is checked before anything that it announces. Not thread-safe. */
final class ManifestAssembly implements Closeable {
    private final FileDraft files = new FileDraft();
    private final List<ManifestLink> links = new ArrayList<>();
    private final List<ManifestPath> directories = new ArrayList<>();
    private final HeaderCheck check;
    private long bytes;
    private int digestsTaken;
    private long pathCharacters;
    private @Nullable SignedStatement statement;
    private @Nullable ManifestHeader header;
    private @Nullable DigestDraft digests;

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

    void header(SignedStatement signed) throws IOException {
        if (statement != null) {
            throw refused("second en-tête", "second header");
        }
        ManifestHeader parsed = ManifestHeader.parse(signed.payload());
        check.check(parsed, signed);
        statement = signed;
        header = parsed;
        digests = new DigestDraft(parsed.chunks());
    }

    void file(String path, long size, int mode) throws IOException {
        admit(path.length());
        ManifestFile file = new ManifestFile(new ManifestPath(path), size, mode);
        if (size > announced().bytes() - bytes) {
            throw refused("plus d'octets qu'annoncé", "more bytes than announced");
        }
        bytes += size;
        files.add(file);
    }

    void link(String path, String target) {
        admit((long) path.length() + target.length());
        links.add(new ManifestLink(new ManifestPath(path), target));
    }

    void directory(String path) {
        admit(path.length());
        directories.add(new ManifestPath(path));
    }

    private void admit(long characters) {
        if (files.size() + links.size() + directories.size() >= announced().files()) {
            throw refused("plus de fichiers qu'annoncé", "more files than announced");
        }
        pathCharacters += characters;
        if (pathCharacters > FileList.MOST_PATH_CHARACTERS) {
            throw refused("des chemins trop longs", "too long paths");
        }
    }

    void digests(long first, byte[] some) throws IOException {
        int count = some.length / ChunkDigests.DIGEST_BYTES;
        boolean whole = some.length > 0 && some.length % ChunkDigests.DIGEST_BYTES == 0;
        if (!whole || first != digestsTaken || count > announced().chunks() - digestsTaken) {
            throw refused("empreintes en désordre ou en trop", "digests out of order or too many");
        }
        draft().put(digestsTaken, some);
        digestsTaken += count;
    }

    /** How much has been taken. */
    ManifestPlace place() {
        return new ManifestPlace(files.size() + links.size() + directories.size(), digestsTaken);
    }

    SignedManifest manifest() throws IOException {
        if (digestsTaken < announced().chunks()) {
            throw refused("empreintes manquantes", "digests missing");
        }
        FileList list = new FileList(files.finish(), links, directories);
        Manifest manifest = new Manifest(announced(), list, draft().finish());
        SignedStatement signed = statement;
        if (signed == null) {
            throw refused("en-tête absent", "no header");
        }
        return new SignedManifest(manifest, signed);
    }

    @Override
    public void close() throws IOException {
        try (files) {
            if (digests != null) {
                digests.close();
            }
        }
    }

    private DigestDraft draft() {
        DigestDraft draft = digests;
        if (draft == null) {
            throw refused("en-tête absent", "no header");
        }
        return draft;
    }

    private ManifestHeader announced() {
        ManifestHeader first = header;
        if (first == null) {
            throw refused("en-tête absent", "no header");
        }
        return first;
    }

    static Failure refused(String fr, String en) {
        return Failure.of(
                ErrorCode.MANIFEST_REFUSED,
                "Le manifeste reçu est mal formé : " + fr + ".",
                "The manifest received is malformed: " + en + ".");
    }
}
