package org.liptako.node.exchange.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.liptako.node.exchange.manifest.ChunkDigests;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.FileListJson;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.pki.signature.SignedStatement;

/** Reads a manifest from its folder, and tells one that is damaged from one that cannot be read now. */
final class KeptManifest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final DiskWitness disk;

    /** @param disk says whether the disk below the folder gives anything at all */
    KeptManifest(Path folder, DiskWitness disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * The manifest, consistent in itself.
     *
     * @throws DamagedManifestException if its parts are not all there, no manifest, or not of one version
     * @throws IOException if they cannot be read for a reason that says nothing of them
     */
    SignedManifest read() throws IOException {
        try {
            SignedStatement header = header(bytes("header.json"));
            FileList list = files();
            return new SignedManifest(
                    new Manifest(ManifestHeader.parse(header.payload()), list, ChunkDigests.in(there("digests"))),
                    header);
        } catch (DamagedManifestException e) {
            throw e;
        } catch (JacksonException | NoSuchFileException e) {
            // A part may go between the look and the reading: with the whole folder, as its reader finds out, or by
            // itself.
            throw new DamagedManifestException(folder, e);
        } catch (InternalError e) {
            // The digests are mapped: what the disk does not give of them is an error of the machine's to Java.
            throw faulty(folder, new IOException("The disk does not give the digests in " + folder + ".", e));
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException passing && !(passing instanceof JacksonException)) {
                throw faulty(folder, passing);
            }
            throw new DamagedManifestException(folder, e);
        }
    }

    private SignedStatement header(byte[] json) throws DamagedManifestException {
        try {
            return JSON.readValue(json, SignedStatement.class);
        } catch (IOException e) {
            throw new DamagedManifestException(folder, e);
        }
    }

    private byte[] bytes(String part) throws IOException {
        try (InputStream in = open(part)) {
            return in.readAllBytes();
        }
    }

    private FileList files() throws IOException {
        try (InputStream in = new BufferedInputStream(open("files"))) {
            return FileListJson.read(in);
        }
    }

    private Path there(String part) throws IOException {
        Path file = folder.resolve(part);
        if (!Presence.isFile(file)) {
            throw new DamagedManifestException(file, null);
        }
        return file;
    }

    /** By itself, so that a fault of another disk, on which a long list is put down meanwhile, is not taken for one of this. */
    private InputStream open(String part) throws IOException {
        Path file = there(part);
        return new FilterInputStream(Files.newInputStream(file)) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                try {
                    return super.read(bytes, offset, length);
                } catch (IOException e) {
                    throw faulty(file, e);
                }
            }
        };
    }

    /** Damage, if the disk says so of these bytes alone; else what it said. */
    private IOException faulty(Path where, IOException fault) {
        boolean loss = ReadFaults.isLoss(fault) || fault.getCause() instanceof InternalError;
        return loss && disk.answers() ? new DamagedManifestException(where, fault) : fault;
    }
}
