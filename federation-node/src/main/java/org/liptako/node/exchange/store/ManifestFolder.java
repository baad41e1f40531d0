package org.liptako.node.exchange.store;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.FileListJson;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.SignedManifest;

/**
 * A manifest beside the files it describes: {@code files} has a JSON line for each file, {@code digests} 32 bytes for each chunk,
 * {@code header.json} is the header as signed. The header is written last, so a folder that has one is whole.
 */
public final class ManifestFolder {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ManifestFolder() {}

    public static boolean exists(Path folder) throws IOException {
        return Presence.isFile(header(folder));
    }

    /** What is written last. */
    static Path header(Path folder) {
        return folder.resolve("header.json");
    }

    public static void write(Path folder, SignedManifest signed) throws IOException {
        Durable.directory(folder);
        fill(folder, signed);
        Durable.force(folder);
        Durable.write(header(folder), JSON.writeValueAsBytes(signed.statement()));
    }

    /**
     * As {@link #write}, into a folder that is there and has no header; the disk has the names once the caller has synced the folder. What a power cut leaves
     * of it before then is whole, or is nothing, or is found damaged for want of a part.
     */
    static void begin(Path folder, SignedManifest signed) throws IOException {
        fill(folder, signed);
        byte[] header = JSON.writeValueAsBytes(signed.statement());
        Durable.fill(header(folder), out -> out.write(header));
    }

    private static void fill(Path folder, SignedManifest signed) throws IOException {
        Manifest manifest = signed.manifest();
        Durable.fill(folder.resolve("files"), out -> FileListJson.write(manifest.list(), out));
        Durable.fill(folder.resolve("digests"), manifest.digests()::write);
    }

    /**
     * The manifest in a folder.
     *
     * @throws DamagedManifestException if there is none that is whole and consistent in itself
     */
    public static SignedManifest read(Path folder) throws IOException {
        return read(folder, () -> true);
    }

    /**
     * As {@link #read(Path)}.
     *
     * @param disk says whether the disk gives anything at all: where it does not, what it says of a manifest is no damage
     */
    static SignedManifest read(Path folder, DiskWitness disk) throws IOException {
        return new KeptManifest(folder, disk).read();
    }

    /** As {@link #read(Path)}, if it is of this version. */
    public static SignedManifest read(Path folder, DatasetVersion version) throws IOException {
        return read(folder, version, () -> true);
    }

    static SignedManifest read(Path folder, DatasetVersion version, DiskWitness disk) throws IOException {
        SignedManifest signed = read(folder, disk);
        if (!signed.manifest().header().version().equals(version)) {
            throw new DamagedManifestException(folder, null);
        }
        return signed;
    }
}
