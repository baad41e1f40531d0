package org.liptako.node.exchange.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.manifest.ChunkDigests;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.manifest.DirectoryTree;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.store.ChunkReader;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * Both manifests of a directory, made in one reading of it.
 *
 * @param plain over the files as they are
 * @param encrypted over their ciphertext
 */
record TreeDigest(Manifest plain, Manifest encrypted) {
    static TreeDigest read(Path directory, DatasetId dataset, ChunkCipher cipher, Instant at) throws IOException {
        FileList list = DirectoryTree.read(directory);
        EncryptedForm form = new EncryptedForm(list, cipher);
        ChunkReader reader = new ChunkReader(directory, new ChunkLayout(list, ChunkLayout.PLAIN_BYTES));
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        for (ByteBuffer chunk : form.catalogue()) {
            encrypted.writeBytes(ChunkDigests.digest(chunk));
        }
        for (int chunk = 0; chunk < reader.layout().chunks(); chunk++) {
            ByteBuffer bytes = reader.read(chunk);
            plain.writeBytes(ChunkDigests.digest(bytes));
            encrypted.writeBytes(ChunkDigests.digest(cipher.encrypt(bytes)));
        }
        if (!DirectoryTree.read(directory).equals(list)) {
            throw Failure.of(
                    ErrorCode.MANIFEST_REFUSED,
                    "Le répertoire a changé pendant la lecture ; recommencez quand plus rien n'y écrit.",
                    "The directory changed while it was read; try again when nothing writes to it any more.");
        }
        return new TreeDigest(
                Manifest.of(dataset, false, list, new ChunkDigests(plain.toByteArray()), at),
                Manifest.of(dataset, true, form.list(), new ChunkDigests(encrypted.toByteArray()), at));
    }
}
