package org.liptako.node.exchange.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.manifest.FileDraft;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.FileListJson;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.ManifestPath;

/**
 * The files of an encrypted version. The names say nothing: {@code catalogue} holds the encrypted list of the real ones, and the n-th file
 * of that list is {@code data/n}. Chunk by chunk each is 16 bytes longer than in clear.
 */
public final class EncryptedForm {
    private static final String CATALOGUE = "catalogue";
    private static final int OWNER_ONLY = 0600;
    private static final int DIGITS = 8;

    private final Catalogue catalogue;
    private final FileList list;

    /** The encrypted form of these files. */
    public EncryptedForm(FileList plain, ChunkCipher cipher) throws IOException {
        this.catalogue = Catalogue.of(plain, cipher);
        try (FileDraft files = new FileDraft()) {
            files.add(file(CATALOGUE, catalogue.bytes()));
            for (ManifestFile file : plain.files()) {
                long chunks = file.chunks(ChunkLayout.PLAIN_BYTES);
                files.add(file(numbered(files.size()), file.size() + chunks * ChunkLayout.CIPHER_OVERHEAD));
            }
            this.list = new FileList(files.finish());
        }
    }

    /** The list of an encrypted version in clear again, from the whole of its {@code catalogue}. */
    public static FileList open(byte[] catalogue, ChunkCipher cipher) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        int chunkBytes = ChunkLayout.chunkBytes(true);
        for (int from = 0; from < catalogue.length; from += chunkBytes) {
            int length = Math.min(chunkBytes, catalogue.length - from);
            plain.writeBytes(
                    cipher.decrypt(ByteBuffer.wrap(catalogue, from, length)).array());
        }
        return FileListJson.read(plain.toByteArray());
    }

    public FileList list() {
        return list;
    }

    /** The chunks of the catalogue, encrypted; they come before all others. The n-th chunk in clear is the n-th after them. */
    public List<ByteBuffer> catalogue() {
        return catalogue;
    }

    private static ManifestFile file(String name, long size) {
        return new ManifestFile(new ManifestPath(name), size, OWNER_ONLY);
    }

    private static String numbered(int number) {
        String digits = Integer.toString(number);
        return "data/" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }
}
