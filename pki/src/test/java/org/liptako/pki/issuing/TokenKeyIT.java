package org.liptako.pki.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.IssuingCaProfile;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.RevocationListProfile;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.profile.StateCaProfile;

/** CA keys in SoftHSM2: made in the token, signing in the token, never outside it. */
class TokenKeyIT {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final CertificateIssuer ISSUER = new CertificateIssuer(Clock.systemUTC(), RANDOM);

    @TempDir
    private static Path directory;

    private static Token token = new Token(Path.of("/unset"), 0);

    @BeforeAll
    static void initialise() throws Exception {
        token = SoftHsm.newToken(directory);
    }

    @Test
    void aRootAndAStateCaSignFromTheToken() throws Exception {
        KeyPair rootKey = source("root").generate(KeyKind.P384, RANDOM);
        Credential root = ISSUER.root(RootProfile.first(), rootKey);
        KeyPair stateKey = source("ml").generate(KeyKind.P256, RANDOM);
        Credential stateCa = ISSUER.issue(StateCaProfile.of(State.ML, Zone.INTERNAL), stateKey, root);
        Credential again = new Credential(source("ml").open(), stateCa.chain());

        Credential nodeCa =
                ISSUER.issue(IssuingCaProfile.of(State.ML, Authority.NODE_CA), ISSUER.newKey(KeyKind.P256), again);
        X509CRL list = new RevocationListIssuer(Clock.systemUTC())
                .issue(
                        RevocationListProfile.full(1, List.of()),
                        new Credential(source("root").open(), root.chain()));

        nodeCa.certificate().verify(stateKey.getPublic());
        list.verify(root.certificate().getPublicKey());
    }

    @Test
    void aKeyNeverLeavesTheToken() throws Exception {
        KeyPair pair = source("kept").generate(KeyKind.P256, RANDOM);
        TokenKey key = (TokenKey) source("kept").open();

        assertThat(pair.getPrivate().getEncoded()).isNull();
        assertThat(key.handle().getEncoded()).isNull();
        assertThat(key.handle().getFormat()).isNull();
        assertThatThrownBy(() ->
                        KeyFactory.getInstance("EC", key.provider()).getKeySpec(key.handle(), ECPrivateKeySpec.class))
                .isInstanceOfAny(InvalidKeySpecException.class, InvalidKeyException.class);
        assertThatThrownBy(() -> KeyFiles.write(directory.resolve("copy.pem"), key))
                .isInstanceOf(IssuingException.class);
    }

    @Test
    void aKeyIsNeverMadeTwiceUnderOneLabel() {
        source("once").generate(KeyKind.P256, RANDOM);

        assertThatThrownBy(() -> source("once").generate(KeyKind.P256, RANDOM))
                .isInstanceOf(IssuingException.class)
                .hasMessageContaining("never overwritten");
        assertThatThrownBy(() -> source("never").open()).isInstanceOf(IssuingException.class);
    }

    private static KeySource source(String label) {
        return new KeySource.InToken(token, label, SoftHsm::pin);
    }
}
