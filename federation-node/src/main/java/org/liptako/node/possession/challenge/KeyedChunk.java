package org.liptako.node.possession.challenge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.liptako.pki.evidence.Digest;

/**
 * What shows that somebody has a chunk's bytes now, in 32 bytes: HMAC-SHA-256 (RFC 2104) over a domain, the draw, the chunk's number and its bytes, under a key
 * that the challenger has just drawn. Who has not had the bytes since then cannot know it, whatever digests he has kept. The draw says which site is asked by
 * whom: a holder that passes the key on, to the challenger or to another holder, gets digests that are not its own. Not thread-safe.
 */
public final class KeyedChunk {
    /** Bytes of a key. */
    public static final int KEY_BYTES = 32;

    private static final String HMAC = "HmacSHA256";
    private static final byte[] DOMAIN = "liptako-possession/v2\n".getBytes(US_ASCII);

    private final Mac mac;
    private final byte[] draw;

    /**
     * For one asking.
     *
     * @param draw of which the chunks are drawn: {@link ChallengeDraw#seed}
     * @throws IllegalArgumentException unless the key has {@link #KEY_BYTES}
     */
    public KeyedChunk(byte[] key, Digest draw) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "A challenge's key has " + KEY_BYTES + " bytes, not " + key.length + ".");
        }
        this.draw = draw.toBytes();
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    /** A key for one asking. */
    public static byte[] drawKey(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    /** Of the bytes that remain in a buffer, whose position is left as it was. */
    public Digest of(int chunk, ByteBuffer bytes) {
        mac.update(DOMAIN);
        mac.update(draw);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(chunk).flip());
        mac.update(bytes.duplicate());
        return Digest.of(mac.doFinal());
    }
}
