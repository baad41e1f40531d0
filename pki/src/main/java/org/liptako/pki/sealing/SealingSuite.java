package org.liptako.pki.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;

/**
 * HPKE (RFC 9180) in base mode: X-Wing (X25519 with ML-KEM-768, identifier 0x647a), HKDF-SHA256, AES-256-GCM; only its secret export is used. What is sealed
 * may be kept by whoever found it until there are quantum computers, so it takes what the connections between nodes take.
 */
final class SealingSuite {
    private static final byte[] EXPORT = "liptako secret".getBytes(US_ASCII);

    private SealingSuite() {}

    /** One for each use: Bouncy Castle does not say that it may be shared. */
    static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    static byte[] info(String purpose) {
        return purpose.getBytes(US_ASCII);
    }

    static byte[] secret(HPKEContext context) {
        return context.export(EXPORT, Encapsulation.SECRET_BYTES);
    }
}
