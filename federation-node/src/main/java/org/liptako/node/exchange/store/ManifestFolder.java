package org.liptako.node.exchange.store;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liptako.node.exchange.manifest.ChunkDigests;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.FileListJson;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.pki.signature.SignedStatement;

/**
 * A manifest beside the files it describes: {@code files} has a JSON line for each file, {@code digests} 32 bytes for each chunk,
 * {@code header.json} is the header as signed. The header is written last, so a folder that has one is whole.
 */
public final class ManifestFolder {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ManifestFolder() {}

    public static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve("header.json"));
    }

    public static void write(Path folder, SignedManifest signed) throws IOException {
        Manifest manifest = signed.manifest();
        Durable.directory(folder);
        Durable.write(folder.resolve("files"), out -> FileListJson.write(manifest.list(), out));
        Durable.write(folder.resolve("digests"), manifest.digests()::write);
        Durable.write(folder.resolve("header.json"), JSON.writeValueAsBytes(signed.statement()));
    }

    public static SignedManifest read(Path folder) throws IOException {
        SignedStatement header = JSON.readValue(folder.resolve("header.json").toFile(), SignedStatement.class);
        Manifest manifest = new Manifest(
                ManifestHeader.parse(header.payload()),
                files(folder.resolve("files")),
                ChunkDigests.in(folder.resolve("digests")));
        return new SignedManifest(manifest, header);
    }

    private static FileList files(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return FileListJson.read(in);
        }
    }
}
