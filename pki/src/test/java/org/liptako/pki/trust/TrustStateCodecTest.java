package org.liptako.pki.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.pki.trust.Drafting.CODEC;
import static org.liptako.pki.trust.Drafting.NOW;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.BERSequence;
import org.junit.jupiter.api.Test;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.RevocationReason;
import org.liptako.pki.quorum.Alliance;

class TrustStateCodecTest {
    private static final Alliance ALLIANCE = Alliance.found();

    @Test
    void whatIsWrittenIsReadBackTheSame() throws Exception {
        TrustState full = full(3);
        assertThat(CODEC.decode(CODEC.encode(full))).isEqualTo(full);
    }

    @Test
    void aThousandNodesFit() throws Exception {
        TrustState full = full(Directory.MOST);
        byte[] encoded = CODEC.encode(full);
        assertThat(encoded.length).isLessThan(TrustStateCodec.MAX_BYTES);
        assertThat(CODEC.decode(encoded)).isEqualTo(full);
    }

    @Test
    void anotherEncodingOfTheSameIsRefused() throws Exception {
        byte[] der = CODEC.encode(full(1));
        byte[] ber = new BERSequence(ASN1Sequence.getInstance(der).toArray()).getEncoded(ASN1Encoding.BER);
        assertThatThrownBy(() -> CODEC.decode(ber)).isInstanceOf(MalformedTrustStateException.class);
    }

    @Test
    void aByteMoreOrLessIsRefused() {
        byte[] der = CODEC.encode(full(1));
        assertThatThrownBy(() -> CODEC.decode(Arrays.copyOf(der, der.length + 1)))
                .isInstanceOf(MalformedTrustStateException.class);
        assertThatThrownBy(() -> CODEC.decode(Arrays.copyOf(der, der.length - 1)))
                .isInstanceOf(MalformedTrustStateException.class);
    }

    @Test
    void namesOfAnotherZoneAreRefused() {
        byte[] der = CODEC.encode(full(1));
        assertThatThrownBy(() -> new TrustStateCodec(Zone.LOCALHOST).decode(der))
                .isInstanceOf(MalformedTrustStateException.class)
                .hasMessage("does not parse");
    }

    private static TrustState full(int nodes) {
        List<AuthorityStatus> authorities = new ArrayList<>();
        authorities.add(new AuthorityStatus(State.ML, ALLIANCE.stateCa(State.ML).certificate(), new Standing.Good()));
        authorities.add(new AuthorityStatus(
                State.NE,
                ALLIANCE.stateCa(State.NE).certificate(),
                new Standing.Revoked(RevocationReason.CA_COMPROMISE, NOW)));
        return new TrustState(
                new Edition(7, Digest.over(new byte[0]), NOW, NOW.plus(Duration.ofDays(30))),
                new Anchors(ALLIANCE.roots(), ALLIANCE.roots()),
                new Revocations(
                        authorities,
                        List.of(new LeastListNumber(Digest.over(new byte[1]), BigInteger.ONE.shiftLeft(100)))),
                List.of(new SigningRight(SignedAct.TRUST_STATE, 3, 3), new SigningRight(SignedAct.STATE_RULES, 2, 1)),
                new Directory(
                        IntStream.rangeClosed(1, nodes)
                                .mapToObj(number -> new NodeAddress(
                                        Party.at(new SiteId("ML-BKO-1"), Role.NODE, String.valueOf(number)),
                                        "node-" + number + ".ml-bko-1.ml.aes.internal",
                                        9443))
                                .toList(),
                        List.of(new ListedKey(
                                Party.of(State.ML, Role.EVIDENCE, "1"),
                                ALLIANCE.certified(Party.of(State.ML, Role.EVIDENCE, "1"), evidenceKey(), NOW)
                                        .certificate()))));
    }

    private static KeyPair evidenceKey() {
        return new CertificateIssuer(Clock.systemUTC(), new SecureRandom()).newKey(KeyKind.ED25519);
    }
}
