package org.liptako.node.exchange.courier.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.sealing.SealingPublicKey;

/** Which key a file is sealed to, as every file says in clear: 16 bytes that mean nothing to whoever does not know the key. */
public record KeyId(String hex) {
    /** Bytes on a disk. */
    public static final int BYTES = 16;

    private static final Pattern GRAMMAR = Pattern.compile("[0-9a-f]{32}");

    /** @throws IllegalArgumentException unless there are 32 lower-case hexadecimal digits */
    public KeyId {
        if (!GRAMMAR.matcher(hex).matches()) {
            throw new IllegalArgumentException("A key is named by 32 lower-case hexadecimal digits.");
        }
    }

    public static KeyId of(SealingPublicKey key) {
        byte[] digest = Digest.over("liptako courier key\n".getBytes(US_ASCII), key.bytes())
                .toBytes();
        return of(Arrays.copyOf(digest, BYTES));
    }

    public static KeyId of(byte[] bytes) {
        return new KeyId(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
