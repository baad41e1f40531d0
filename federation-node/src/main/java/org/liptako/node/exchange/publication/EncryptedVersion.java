package org.liptako.node.exchange.publication;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.store.HeldVersion;

/**
 * A version that lies here in clear and leaves encrypted: each chunk is encrypted as it is read, the same way each time.
 *
 * @param signed the manifest over the ciphertext
 */
record EncryptedVersion(SignedManifest signed, HeldVersion plain, EncryptedForm form, ChunkCipher cipher)
        implements HeldVersion {
    @Override
    public ByteBuffer chunk(int chunk, ByteBuffer memory) throws IOException {
        int ofCatalogue = form.catalogue().size();
        return chunk < ofCatalogue
                ? form.catalogue().get(chunk)
                : cipher.encrypt(plain.chunk(chunk - ofCatalogue, memory));
    }

    @Override
    public boolean isLoss(IOException fault) {
        return plain.isLoss(fault);
    }
}
