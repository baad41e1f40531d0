package org.liptako.pki.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.SpiffeName;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.RevocationReason;

/** From the ASN.1 of {@link TrustStateCodec} to a trust state; anything else ends in an exception that the codec catches. */
final class TrustStateReader {
    static final int VERSION = 1;

    /** How many parts a trust state has. */
    private static final int PARTS = 9;

    private final Zone zone;

    TrustStateReader(Zone zone) {
        this.zone = zone;
    }

    TrustState read(ASN1Encodable encoded) throws IOException {
        ASN1Sequence parts = sequence(encoded, PARTS);
        if (integer(parts, 0) != VERSION) {
            throw new IllegalArgumentException("another version");
        }
        return new TrustState(
                edition(sequence(parts.getObjectAt(1), 4)),
                new Anchors(certificates(parts, 2, Anchors.MOST), certificates(parts, 3, Anchors.MOST)),
                new Revocations(authorities(parts), leastNumbers(parts)),
                rights(parts),
                new Directory(nodes(parts), keys(parts)));
    }

    private static Edition edition(ASN1Sequence parts) {
        byte[] previous = octets(parts, 1);
        return new Edition(
                ASN1Integer.getInstance(parts.getObjectAt(0)).longValueExact(),
                previous.length == 0 ? null : Digest.of(previous),
                time(parts, 2),
                time(parts, 3));
    }

    private static List<AuthorityStatus> authorities(ASN1Sequence parts) throws IOException {
        List<AuthorityStatus> authorities = new ArrayList<>();
        for (ASN1Encodable element : list(parts, 4, Revocations.MOST_AUTHORITIES)) {
            ASN1Sequence authority = ASN1Sequence.getInstance(element);
            boolean good = authority.size() == 2;
            authorities.add(new AuthorityStatus(
                    State.ofCode(printable(authority, 0)).orElseThrow(),
                    certificate(authority.getObjectAt(1)),
                    good ? new Standing.Good() : revoked(sequence(authority, 3).getObjectAt(2))));
        }
        return authorities;
    }

    private static Standing.Revoked revoked(ASN1Encodable encoded) {
        ASN1Sequence parts = sequence(encoded, 2);
        return new Standing.Revoked(RevocationReason.ofCode(integer(parts, 0)).orElseThrow(), time(parts, 1));
    }

    private static List<LeastListNumber> leastNumbers(ASN1Sequence parts) {
        List<LeastListNumber> numbers = new ArrayList<>();
        for (ASN1Encodable element : list(parts, 5, Revocations.MOST_NUMBERS)) {
            ASN1Sequence least = sequence(element, 2);
            BigInteger number = ASN1Integer.getInstance(least.getObjectAt(1)).getValue();
            numbers.add(new LeastListNumber(Digest.of(octets(least, 0)), number));
        }
        return numbers;
    }

    private static List<SigningRight> rights(ASN1Sequence parts) {
        List<SigningRight> rights = new ArrayList<>();
        for (ASN1Encodable element : list(parts, 6, SignedAct.values().length)) {
            ASN1Sequence right = sequence(element, 3);
            rights.add(new SigningRight(
                    SignedAct.ofCode(printable(right, 0)).orElseThrow(), integer(right, 1), integer(right, 2)));
        }
        return rights;
    }

    private List<NodeAddress> nodes(ASN1Sequence parts) {
        List<NodeAddress> nodes = new ArrayList<>();
        for (ASN1Encodable element : list(parts, 7, Directory.MOST)) {
            ASN1Sequence node = sequence(element, 3);
            nodes.add(new NodeAddress(party(node), ia5(node, 1), integer(node, 2)));
        }
        return nodes;
    }

    private List<ListedKey> keys(ASN1Sequence parts) throws IOException {
        List<ListedKey> keys = new ArrayList<>();
        for (ASN1Encodable element : list(parts, 8, Directory.MOST)) {
            ASN1Sequence key = sequence(element, 2);
            keys.add(new ListedKey(party(key), certificate(key.getObjectAt(1))));
        }
        return keys;
    }

    private Party party(ASN1Sequence parts) {
        return Party.of(SpiffeName.parse(ia5(parts, 0)), zone);
    }

    private static List<X509Certificate> certificates(ASN1Sequence parts, int index, int most) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (ASN1Encodable element : list(parts, index, most)) {
            certificates.add(certificate(element));
        }
        return certificates;
    }

    private static X509Certificate certificate(ASN1Encodable encoded) throws IOException {
        byte[] der = encoded.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("a certificate that does not parse", e);
        }
    }

    /** Counted before it is read: what is long beyond its limit costs nothing. */
    private static ASN1Sequence list(ASN1Sequence parts, int index, int most) {
        ASN1Sequence list = ASN1Sequence.getInstance(parts.getObjectAt(index));
        if (list.size() > most) {
            throw new IllegalArgumentException("a list that is too long");
        }
        return list;
    }

    private static ASN1Sequence sequence(ASN1Encodable encoded, int size) {
        ASN1Sequence sequence = ASN1Sequence.getInstance(encoded);
        if (sequence.size() != size) {
            throw new IllegalArgumentException("a sequence of another length");
        }
        return sequence;
    }

    private static int integer(ASN1Sequence parts, int index) {
        return ASN1Integer.getInstance(parts.getObjectAt(index)).intValueExact();
    }

    private static byte[] octets(ASN1Sequence parts, int index) {
        return ASN1OctetString.getInstance(parts.getObjectAt(index)).getOctets();
    }

    private static String printable(ASN1Sequence parts, int index) {
        return ASN1PrintableString.getInstance(parts.getObjectAt(index)).getString();
    }

    private static String ia5(ASN1Sequence parts, int index) {
        return ASN1IA5String.getInstance(parts.getObjectAt(index)).getString();
    }

    private static Instant time(ASN1Sequence parts, int index) {
        try {
            return ASN1GeneralizedTime.getInstance(parts.getObjectAt(index))
                    .getDate()
                    .toInstant();
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a time", e);
        }
    }
}
