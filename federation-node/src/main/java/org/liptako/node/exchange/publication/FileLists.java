package org.liptako.node.exchange.publication;

import java.io.IOException;
import java.util.Optional;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.manifest.FileList;

/**
 * What is listed of one version.
 *
 * @param form the encrypted form, if it is asked for
 */
record FileLists(FileList plain, Optional<EncryptedForm> form) {
    static FileLists of(FileList plain, Optional<ChunkCipher> cipher) throws IOException {
        return new FileLists(
                plain, cipher.isEmpty() ? Optional.empty() : Optional.of(new EncryptedForm(plain, cipher.get())));
    }
}
