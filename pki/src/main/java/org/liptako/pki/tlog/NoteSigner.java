package org.liptako.pki.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;

/** Signs checkpoints: as the log itself, or as a witness of another's. Thread-safe. */
public final class NoteSigner {
    private final NoteKey key;
    private final PrivateKey secret;
    private final InstantSource clock;

    /**
     * Signs as the key's type says.
     *
     * @param secret may sit in a token: it is used through the JCA and never read
     * @param clock tells a witness the time that it signs; a log signs none
     */
    public NoteSigner(NoteKey key, PrivateKey secret, InstantSource clock) {
        this.key = key;
        this.secret = secret;
        this.clock = clock;
    }

    public NoteKey key() {
        return key;
    }

    /** The signature line over this checkpoint. */
    public NoteSignature sign(Checkpoint checkpoint) {
        return sign(checkpoint, clock.instant());
    }

    /**
     * The signature line over this checkpoint.
     *
     * @param at the time that a witness signs, to the second; a log signs none
     */
    public NoteSignature sign(Checkpoint checkpoint, Instant at) {
        String text = checkpoint.text();
        return switch (key.type()) {
            case LOG -> NoteSignature.of(key, signed(text.getBytes(StandardCharsets.UTF_8)));
            case WITNESS -> {
                long seconds = at.getEpochSecond();
                byte[] signature = signed(Cosignature.message(seconds, text));
                yield NoteSignature.of(
                        key,
                        ByteBuffer.allocate(Long.BYTES + signature.length)
                                .putLong(seconds)
                                .put(signature)
                                .array());
            }
        };
    }

    private byte[] signed(byte[] message) {
        try {
            Signature signature = Signature.getInstance(Ed25519Key.ALGORITHM);
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key cannot sign a checkpoint: it must be an Ed25519 key, and its token present.", e);
        }
    }
}
