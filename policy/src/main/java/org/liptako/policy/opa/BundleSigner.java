package org.liptako.policy.opa;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Signs as OPA verifies: a JSON Web Token in its compact form (RFC 7515), by a P-256 key (ES256) or an RSA key of 2048 bits or more (RS256). */
public final class BundleSigner {
    private final PrivateKey key;
    private final Kind kind;

    /** The two kinds of keys, with the lengths of their signatures, which tell a key of another size. */
    private enum Kind {
        ES256("SHA256withECDSAinP1363Format", 64, 64),
        RS256("SHA256withRSA", 256, 2_048);

        private final String algorithm;
        private final int shortest;
        private final int longest;

        Kind(String algorithm, int shortest, int longest) {
            this.algorithm = algorithm;
            this.shortest = shortest;
            this.longest = longest;
        }
    }

    private BundleSigner(PrivateKey key, Kind kind) {
        this.key = key;
        this.kind = kind;
    }

    /**
     * Signs with this key.
     *
     * @throws OpaException if OPA could verify no signature of such a key
     */
    public static BundleSigner with(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "EC", "ECDSA" -> new BundleSigner(key, Kind.ES256);
            case "RSA" -> new BundleSigner(key, Kind.RS256);
            default -> throw unfit(key, null);
        };
    }

    /** What OPA must be told to verify by: {@code --signing-alg}. */
    public String algorithm() {
        return kind.name();
    }

    /** The token over a payload. */
    String token(JsonNode payload) {
        String signed =
                base64("{\"alg\":\"%s\"}".formatted(kind).getBytes(UTF_8)) + "." + base64(CanonicalJson.bytes(payload));
        return signed + "." + base64(signature(signed.getBytes(UTF_8)));
    }

    private byte[] signature(byte[] content) {
        try {
            Signature signer = Signature.getInstance(kind.algorithm);
            signer.initSign(key);
            signer.update(content);
            byte[] signature = signer.sign();
            if (signature.length < kind.shortest || signature.length > kind.longest) {
                throw unfit(key, null);
            }
            return signature;
        } catch (GeneralSecurityException refused) {
            throw unfit(key, refused);
        }
    }

    private static OpaException unfit(PrivateKey key, @Nullable Exception cause) {
        return new OpaException(
                "Une clé d'algorithme " + key.getAlgorithm()
                        + " et de cette taille ne signe aucun paquet ; donnez une clé P-256, ou RSA de 2048 bits ou plus.",
                "A key of algorithm " + key.getAlgorithm()
                        + " and this size signs no bundle; give a P-256 key, or an RSA key of 2048 bits or more.",
                cause);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
