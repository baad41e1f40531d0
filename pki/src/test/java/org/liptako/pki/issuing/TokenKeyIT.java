package org.liptako.pki.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
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
import org.liptako.pki.ceremony.Ceremony;
import org.liptako.pki.ceremony.CeremonyPlan;
import org.liptako.pki.ceremony.CeremonyReader;
import org.liptako.pki.ceremony.Secrets;
import org.liptako.pki.ceremony.Transcript;
import org.liptako.pki.ceremony.TranscriptCheck;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.IssuingCaProfile;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;
import org.liptako.pki.profile.RevocationListProfile;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.profile.StateCaProfile;
import org.liptako.pki.quorum.QuorumSigner;
import org.liptako.pki.quorum.QuorumVerifier;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.validation.ChainValidator;

/** CA keys in SoftHSM2: made in the token, signing in the token, never outside it. */
class TokenKeyIT {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final CertificateIssuer ISSUER = new CertificateIssuer(Clock.systemUTC(), RANDOM);

    @TempDir
    private static Path directory;

    private static Token token = new Token(Path.of("/unset"), 0);

    @BeforeAll
    static void initialise() throws Exception {
        token = SoftHsm.newToken();
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

    @Test
    void aCeremonyInTheTokenIsWitnessed() throws Exception {
        Path file = declare();
        CeremonyPlan plan = new CeremonyReader(new Secrets(place -> SoftHsm.pin())).read(file);
        new Ceremony(plan, Clock.systemUTC(), RANDOM).perform();
        Credential stateCa =
                new Credential(source("ceremony-ml").open(), CertificateFiles.read(directory.resolve("state-ca.pem")));
        Credential peopleCa =
                ISSUER.issue(IssuingCaProfile.of(State.ML, Authority.PEOPLE_CA), ISSUER.newKey(KeyKind.P256), stateCa);
        Transcript transcript = Transcript.read(directory.resolve("transcript.txt"));
        byte[] one = signed(transcript, peopleCa, "1");
        byte[] both = QuorumSigner.join(transcript.bytes(), List.of(one, signed(transcript, peopleCa, "2")));

        assertThat(check(transcript, both).holds()).isTrue();
        assertThat(check(transcript, one).holds()).isFalse();
        assertThat(Files.readString(directory.resolve("transcript.txt")))
                .contains("PKCS#11", "ceremony-root")
                .doesNotContain(new String(SoftHsm.pin()));
    }

    private static Path declare() throws IOException {
        String key = "{module: " + token.library() + ", slot: " + token.slotIndex() + ", label: %s, pin: prompt}\n";
        return Files.writeString(
                directory.resolve("ceremony.yaml"),
                """
                ceremony: 1
                title: Root and State CA in a token
                place: Ouagadougou
                zone: aes.internal
                transcript: transcript.txt
                witnesses: [{name: A. Traoré}, {name: B. Ouédraogo}]
                keys:
                  root:\s""" + key.formatted("ceremony-root") + "  ml: " + key.formatted("ceremony-ml") + """
                        acts:
                          - {make: root, number: 1, key: root, certificate: aes-root.pem}
                          - {make: request, key: ml, request: state-ca.csr.pem}
                          - make: state-ca
                            state: ML
                            request: state-ca.csr.pem
                            signer: {key: root, certificate: aes-root.pem}
                            certificate: state-ca.pem
                        """);
    }

    private static byte[] signed(Transcript transcript, Credential peopleCa, String bearer) {
        Party witness = Party.of(State.ML, Role.ADMINISTRATOR, bearer);
        Credential person = ISSUER.issue(LeafProfile.of(witness, Zone.INTERNAL), ISSUER.newKey(KeyKind.P256), peopleCa);
        return QuorumSigner.sign(transcript.bytes(), person, Clock.systemUTC().instant());
    }

    private static TranscriptCheck check(Transcript transcript, byte[] signatures) {
        ChainValidator validator =
                new ChainValidator(Zone.INTERNAL, CertificateFiles.read(directory.resolve("aes-root.pem")));
        return TranscriptCheck.of(
                transcript,
                signatures,
                directory,
                new QuorumVerifier(validator, RevocationLists.none()),
                Clock.systemUTC().instant());
    }

    private static KeySource source(String label) {
        return new KeySource.InToken(token, label, SoftHsm::pin);
    }
}
