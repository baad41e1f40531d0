package org.liptako.node.exchange.cipher;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.daead.AesSivKey;
import com.google.crypto.tink.daead.AesSivParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig2026;
import java.security.GeneralSecurityException;

/** A key of AES-SIV as it lies open in a file: a keyset of Tink in JSON. */
final class TinkKeyset {
    private static final Configuration AES_SIV = DeterministicAeadConfig2026.get();
    private static final int KEY_BYTES = 64;

    private TinkKeyset() {}

    /** One with a new key. */
    static String fresh() {
        try {
            AesSivParameters parameters = AesSivParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setVariant(AesSivParameters.Variant.NO_PREFIX)
                    .build();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(parameters, AES_SIV), AES_SIV, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-SIV keys have 64 bytes", e);
        }
    }

    /**
     * The key's 64 bytes.
     *
     * @throws GeneralSecurityException if this is no such keyset
     */
    @AccessesPartialKey // The bytes go into the same cipher, which takes many blocks a call.
    static byte[] key(String text) throws GeneralSecurityException {
        Key key = TinkJsonProtoKeysetFormat.parseKeyset(text, AES_SIV, InsecureSecretKeyAccess.get())
                .getPrimary()
                .getKey();
        if (key instanceof AesSivKey siv && siv.getOutputPrefix().size() == 0) {
            return siv.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
        }
        throw new GeneralSecurityException("This is no AES-SIV key without a prefix.");
    }
}
