package org.liptako.pki.tlog;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** An Ed25519 public key (RFC 8032) as its 32 bytes; an X.509 key holds them after a fixed head (RFC 8410). */
final class Ed25519Key {
    static final int BYTES = 32;
    static final String ALGORITHM = "Ed25519";
    private static final byte[] HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private final PublicKey key;
    private final byte[] bytes;

    private Ed25519Key(PublicKey key, byte[] bytes) {
        this.key = key;
        this.bytes = bytes;
    }

    static Ed25519Key of(byte[] bytes) {
        byte[] encoded = Arrays.copyOf(HEAD, HEAD.length + BYTES);
        System.arraycopy(bytes, 0, encoded, HEAD.length, BYTES);
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
            // Whether it is a point of the curve shows when the key is first used.
            Signature.getInstance(ALGORITHM).initVerify(key);
            return new Ed25519Key(key, bytes.clone());
        } catch (GeneralSecurityException e) {
            throw new MalformedLogException(
                    "Ces 32 octets ne sont pas une clé Ed25519.", "These 32 bytes are no Ed25519 key.");
        }
    }

    static Ed25519Key of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null
                || encoded.length != HEAD.length + BYTES
                || !Arrays.equals(encoded, 0, HEAD.length, HEAD, 0, HEAD.length)) {
            throw new MalformedLogException(
                    "Une note se signe d'une clé Ed25519, et cette clé est d'une autre sorte.",
                    "A note is signed with an Ed25519 key, and this key is another kind.");
        }
        return of(Arrays.copyOfRange(encoded, HEAD.length, encoded.length));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no Ed25519, which every Java from 15 on has.", e);
        }
    }
}
