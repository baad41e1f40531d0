package org.liptako.pki.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.liptako.pki.quorum.Signing.ALLIANCE;
import static org.liptako.pki.quorum.Signing.AT;
import static org.liptako.pki.quorum.Signing.FATOU;
import static org.liptako.pki.quorum.Signing.MOUSSA;
import static org.liptako.pki.quorum.Signing.RULES;
import static org.liptako.pki.quorum.Signing.join;
import static org.liptako.pki.quorum.Signing.sign;
import static org.liptako.pki.quorum.Signing.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.issuing.Credential;

class PersonalKeysTest {
    private static final char[] PASSPHRASE = "baobab".toCharArray();

    @TempDir
    private Path directory;

    @Test
    void aKeyFromPkcs12SignsAsItsOwnerAndShowsNoRoot() throws Exception {
        Credential moussa = PersonalKeys.ofPkcs12(file(MOUSSA), PASSPHRASE, null);
        assertThat(moussa.chain()).isEqualTo(MOUSSA.chain());
        assertThat(verify(join(sign(FATOU), QuorumSigner.sign(RULES, moussa, AT)))
                        .isReached())
                .isTrue();
    }

    @Test
    void oneOfSeveralKeysIsNamedByItsLabel() throws Exception {
        Path both = file(MOUSSA, FATOU);
        assertThat(PersonalKeys.ofPkcs12(both, PASSPHRASE, "key-1").certificate())
                .isEqualTo(FATOU.certificate());
        assertThatThrownBy(() -> PersonalKeys.ofPkcs12(both, PASSPHRASE, null))
                .isInstanceOf(QuorumException.class)
                .hasMessageContaining("holds 2 keys");
        assertThatThrownBy(() -> PersonalKeys.ofPkcs12(both, PASSPHRASE, "key-9"))
                .isInstanceOf(QuorumException.class)
                .hasMessageContaining("no key");
    }

    @Test
    void aWrongPassphraseAndAnotherKindOfFileAreToldInASentence() throws Exception {
        Path good = file(MOUSSA);
        assertThatThrownBy(() -> PersonalKeys.ofPkcs12(good, "acacia".toCharArray(), null))
                .isInstanceOf(QuorumException.class)
                .hasMessageContaining("passphrase");
        Path text = Files.writeString(directory.resolve("text.p12"), "no keys");
        assertThatThrownBy(() -> PersonalKeys.ofPkcs12(text, PASSPHRASE, null)).isInstanceOf(QuorumException.class);
    }

    @Test
    void aFileThatWouldTakeYearsToOpenIsRefusedUnopened() throws Exception {
        Pfx good = Pfx.getInstance(Files.readAllBytes(file(MOUSSA)));
        MacData mac = good.getMacData();
        Pfx endless = new Pfx(good.getAuthSafe(), new MacData(mac.getMac(), mac.getSalt(), Integer.MAX_VALUE));
        Path file = Files.write(directory.resolve("endless.p12"), endless.getEncoded());

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> PersonalKeys.ofPkcs12(file, PASSPHRASE, null))
                        .isInstanceOf(QuorumException.class)
                        .hasRootCauseInstanceOf(IllegalStateException.class));
    }

    private Path file(Credential... people) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        for (int i = 0; i < people.length; i++) {
            List<X509Certificate> chain = new ArrayList<>(people[i].chain());
            chain.add(ALLIANCE.root().certificate());
            keys.setKeyEntry("key-" + i, people[i].key(), PASSPHRASE, chain.toArray(new X509Certificate[0]));
        }
        Path file = directory.resolve("people-" + people.length + ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            keys.store(out, PASSPHRASE);
        }
        return file;
    }
}
