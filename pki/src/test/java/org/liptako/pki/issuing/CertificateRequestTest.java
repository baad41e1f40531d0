package org.liptako.pki.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Arrays;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECPrivateKeySpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.CryptoProvider;
import org.liptako.pki.profile.KeyKind;

class CertificateRequestTest {
    private final CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());

    @TempDir
    private Path directory;

    @Test
    void aRequestProvesItsKey() {
        for (KeyKind kind : KeyKind.values()) {
            KeyPair key = issuer.newKey(kind);
            assertThat(CertificateRequest.parse(CertificateRequest.make(key)).key())
                    .isEqualTo(key.getPublic());
        }
    }

    @Test
    void aRequestIsReadBackFromItsFile() {
        KeyPair key = issuer.newKey(KeyKind.P256);
        Path file = directory.resolve("node.csr.pem");
        RequestFiles.write(file, CertificateRequest.make(key));

        assertThat(RequestFiles.read(file).key()).isEqualTo(key.getPublic());
    }

    @Test
    void refusesAKeyThatTheAskerDoesNotHold() throws Exception {
        KeyPair held = issuer.newKey(KeyKind.P256);
        KeyPair wanted = issuer.newKey(KeyKind.P256);

        assertRefused(signed(new KeyPair(wanted.getPublic(), held.getPrivate()), "SHA256withECDSA"), "not signed");
    }

    @Test
    void refusesOtherKindsOfKey() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        assertRefused(signed(rsa.generateKeyPair(), "SHA256withRSA"), "P-256 or P-384");
        KeyPairGenerator koblitz = KeyPairGenerator.getInstance("EC", CryptoProvider.BOUNCY_CASTLE);
        koblitz.initialize(new ECGenParameterSpec("secp256k1"));
        assertRefused(signed(koblitz.generateKeyPair(), "SHA256withECDSA"), "P-256 or P-384");
        assertRefused(signed(issuer.newKey(KeyKind.P256), "SHA1withECDSA"), "SHA-256");
    }

    @Test
    void refusesASecretThatAnyoneGuesses() throws Exception {
        ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec("secp256r1");
        KeyFactory keys = KeyFactory.getInstance("EC", CryptoProvider.BOUNCY_CASTLE);
        for (long secret : new long[] {1, 2, 255}) {
            BigInteger d = BigInteger.valueOf(secret);
            PrivateKey weak = keys.generatePrivate(new ECPrivateKeySpec(d, curve));
            KeyPair pair = new KeyPair(
                    keys.generatePublic(new ECPublicKeySpec(curve.getG().multiply(d), curve)), weak);
            assertRefused(signed(pair, "SHA256withECDSA"), "guesses");
        }
    }

    @Test
    void refusesWhatIsNoRequest() {
        byte[] good = CertificateRequest.make(issuer.newKey(KeyKind.P256));
        assertRefused(new byte[0], "PKCS#10");
        assertRefused(Arrays.copyOf(good, good.length - 1), "PKCS#10");
        assertRefused(new byte[CertificateRequest.MAX_BYTES + 1], "at most");
    }

    private static byte[] signed(KeyPair key, String algorithm) throws Exception {
        return new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=a b"), key.getPublic())
                .build(new JcaContentSignerBuilder(algorithm)
                        .setProvider(CryptoProvider.BOUNCY_CASTLE)
                        .build(key.getPrivate()))
                .getEncoded();
    }

    private static void assertRefused(byte[] request, String because) {
        assertThatThrownBy(() -> CertificateRequest.parse(request))
                .isInstanceOf(IssuingException.class)
                .hasMessageContaining(because);
    }
}
