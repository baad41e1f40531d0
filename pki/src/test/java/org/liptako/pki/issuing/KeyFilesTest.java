package org.liptako.pki.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.profile.KeyKind;

class KeyFilesTest {
    private static final char[] PASSPHRASE = "un secret d'essai".toCharArray();

    @TempDir
    private Path directory;

    private final PrivateKey key = new CertificateIssuer(Clock.systemUTC(), new SecureRandom())
            .newKey(KeyKind.P256)
            .getPrivate();

    @Test
    void readsBackWhatItWrote() {
        Path file = directory.resolve("k.pem");

        KeyFiles.write(file, key);

        assertThat(KeyFiles.read(file).getEncoded()).isEqualTo(key.getEncoded());
    }

    @Test
    void anEncryptedKeyOpensWithItsPassphraseAlone() throws IOException {
        Path file = directory.resolve("k.pem");

        KeyFiles.writeEncrypted(file, key, PASSPHRASE, new SecureRandom());

        assertThat(Files.readString(file)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThat(KeyFiles.readEncrypted(file, PASSPHRASE).getEncoded()).isEqualTo(key.getEncoded());
        assertThatThrownBy(() -> KeyFiles.readEncrypted(file, "autre".toCharArray()))
                .isInstanceOf(IssuingException.class)
                .hasMessageContaining("passphrase");
        assertThatThrownBy(() -> KeyFiles.read(file)).isInstanceOf(IssuingException.class);
    }

    @Test
    void aKeyThatWouldTakeYearsToOpenIsRefusedUnopened() throws IOException {
        AlgorithmIdentifier aes =
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16]));
        for (int iterations : List.of(5_000_001, Integer.MAX_VALUE)) {
            KeyDerivationFunc derivation =
                    new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(new byte[16], iterations));
            EncryptedPrivateKeyInfo endless = new EncryptedPrivateKeyInfo(
                    new AlgorithmIdentifier(
                            PKCSObjectIdentifiers.id_PBES2,
                            new PBES2Parameters(
                                    derivation, new EncryptionScheme(aes.getAlgorithm(), aes.getParameters()))),
                    new byte[64]);
            Path file = directory.resolve("endless-" + iterations + ".pem");
            Files.writeString(
                    file,
                    "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder().encodeToString(endless.getEncoded())
                            + "\n-----END ENCRYPTED PRIVATE KEY-----\n");

            assertThatThrownBy(() -> KeyFiles.readEncrypted(file, PASSPHRASE))
                    .isInstanceOf(IssuingException.class)
                    .hasMessageContaining("at most 5000000 iterations");
        }
    }

    @Test
    void neverWritesOverAKey() {
        Path file = directory.resolve("k.pem");
        KeyFiles.write(file, key);

        assertThatThrownBy(() -> KeyFiles.write(file, key))
                .isInstanceOf(IssuingException.class)
                .hasMessageContaining("never overwritten");
    }

    @Test
    void saysHowToMendAKeyThatOthersMayRead() throws IOException {
        Path file = directory.resolve("k.pem");
        KeyFiles.write(file, key);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> KeyFiles.requirePrivate(file))
                .isInstanceOf(IssuingException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void saysWhichFileIsNoKey() throws IOException {
        Path file = Files.writeString(directory.resolve("k.pem"), "not a key");

        assertThatThrownBy(() -> KeyFiles.read(file))
                .isInstanceOf(IssuingException.class)
                .hasMessageContaining(file.toString());
    }
}
