package org.liptako.pki.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.KEM;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SealingKeyTest {
    private static final String PURPOSE = "for a test";

    private final SealingKey key = SealingKey.generate();

    @Test
    void theReceiverFindsTheSecret() {
        Encapsulation made = key.publicKey().encapsulate(PURPOSE);
        SealingKey kept = SealingKey.of(key.seed());

        assertThat(kept.publicKey()).isEqualTo(key.publicKey());
        assertThat(kept.open(made.bytes(), PURPOSE)).isEqualTo(made.secret());
    }

    @Test
    void nobodyElseFindsItNorForAnotherPurpose() {
        Encapsulation made = key.publicKey().encapsulate(PURPOSE);

        assertThat(SealingKey.generate().open(made.bytes(), PURPOSE)).isNotEqualTo(made.secret());
        assertThat(key.open(made.bytes(), "for something else")).isNotEqualTo(made.secret());
        assertThat(key.publicKey().encapsulate(PURPOSE).secret()).isNotEqualTo(made.secret());
    }

    @Test
    void whatIsNoKeyOrEncapsulationIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SealingKey.of(new byte[31]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealingPublicKey.of(new byte[SealingPublicKey.BYTES - 1]));
        assertThatIllegalArgumentException().isThrownBy(() -> key.open(new byte[Encapsulation.BYTES], PURPOSE));
        assertThatIllegalArgumentException().isThrownBy(() -> key.open(new byte[0], PURPOSE));
    }

    /** X-Wing (draft-connolly-cfrg-xwing-kem) and HPKE's key schedule (RFC 9180, 5.1 and 5.3) once more, out of what the JDK has. */
    @Test
    void anotherHandFollowingTheTextsMakesASecretThatTheKeyOpens() throws GeneralSecurityException {
        byte[] publicKey = key.publicKey().bytes();
        KEM.Encapsulated lattice = KEM.getInstance("ML-KEM")
                .newEncapsulator(latticeKey(Arrays.copyOf(publicKey, 1_184)))
                .encapsulate();
        byte[] curvePart = Arrays.copyOfRange(publicKey, 1_184, SealingPublicKey.BYTES);
        KeyPair ephemeral = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(ephemeral.getPrivate());
        agreement.doPhase(curveKey(curvePart), true);
        byte[] sent = bytesOf((XECPublicKey) ephemeral.getPublic());
        MessageDigest combiner = MessageDigest.getInstance("SHA3-256");
        byte[] shared = combiner.digest(joined(
                lattice.key().getEncoded(),
                agreement.generateSecret(),
                sent,
                curvePart,
                HexFormat.of().parseHex("5c2e2f2f5e5c")));

        byte[] found = key.open(joined(lattice.encapsulation(), sent), PURPOSE);

        assertThat(found).isEqualTo(exported(shared));
    }

    private static byte[] exported(byte[] shared) throws GeneralSecurityException {
        byte[] suite = joined("HPKE".getBytes(US_ASCII), HexFormat.of().parseHex("647a00010002"));
        byte[] context = joined(
                new byte[1],
                extract(suite, new byte[0], "psk_id_hash", new byte[0]),
                extract(suite, new byte[0], "info_hash", PURPOSE.getBytes(US_ASCII)));
        byte[] secret = extract(suite, shared, "secret", new byte[0]);
        byte[] exporter = expand(suite, secret, "exp", context);
        return expand(suite, exporter, "sec", "liptako secret".getBytes(US_ASCII));
    }

    private static byte[] extract(byte[] suite, byte[] salt, String label, byte[] material)
            throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addSalt(salt)
                        .addIKM(joined("HPKE-v1".getBytes(US_ASCII), suite, label.getBytes(US_ASCII), material))
                        .extractOnly());
    }

    private static byte[] expand(byte[] suite, byte[] key, String label, byte[] info) throws GeneralSecurityException {
        byte[] labelled =
                joined(new byte[] {0, 32}, "HPKE-v1".getBytes(US_ASCII), suite, label.getBytes(US_ASCII), info);
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.expandOnly(new SecretKeySpec(key, "HKDF"), labelled, 32));
    }

    /** The key in its SubjectPublicKeyInfo (RFC 9935). */
    private static PublicKey latticeKey(byte[] raw) throws GeneralSecurityException {
        byte[] head = HexFormat.of().parseHex("308204b2300b0609608648016503040402038204a100");
        return KeyFactory.getInstance("ML-KEM").generatePublic(new X509EncodedKeySpec(joined(head, raw)));
    }

    private static PublicKey curveKey(byte[] littleEndian) throws GeneralSecurityException {
        return KeyFactory.getInstance("X25519")
                .generatePublic(
                        new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, reversed(littleEndian))));
    }

    private static byte[] bytesOf(XECPublicKey key) {
        byte[] bigEndian = key.getU().toByteArray();
        byte[] bytes = new byte[32];
        for (int i = 0; i < Math.min(32, bigEndian.length); i++) {
            bytes[i] = bigEndian[bigEndian.length - 1 - i];
        }
        return bytes;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer joined = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(joined::put);
        return joined.array();
    }
}
