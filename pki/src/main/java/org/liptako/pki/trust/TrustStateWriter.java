package org.liptako.pki.trust;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Zone;

/** From a trust state to the ASN.1 of {@link TrustStateCodec}. */
final class TrustStateWriter {
    private final Zone zone;

    TrustStateWriter(Zone zone) {
        this.zone = zone;
    }

    ASN1Sequence write(TrustState state) {
        return sequence(
                new ASN1Integer(TrustStateReader.VERSION),
                edition(state.edition()),
                each(state.anchors().roots(), TrustStateWriter::certificate),
                each(state.anchors().crossCertificates(), TrustStateWriter::certificate),
                each(state.revocations().authorities(), TrustStateWriter::authority),
                each(
                        state.revocations().leastNumbers(),
                        least -> sequence(
                                new DEROctetString(least.authority().toBytes()), new ASN1Integer(least.number()))),
                each(
                        state.rights(),
                        right -> sequence(
                                new DERPrintableString(right.act().code()),
                                new ASN1Integer(right.people()),
                                new ASN1Integer(right.states()))),
                each(
                        state.directory().nodes(),
                        node -> sequence(
                                name(node.node()), new DERIA5String(node.host()), new ASN1Integer(node.port()))),
                each(state.directory().keys(), key -> sequence(name(key.holder()), certificate(key.certificate()))));
    }

    private static ASN1Sequence edition(Edition edition) {
        return sequence(
                new ASN1Integer(edition.number()),
                new DEROctetString(edition.previous().map(Digest::toBytes).orElse(new byte[0])),
                time(edition.issuedAt()),
                time(edition.nextUpdate()));
    }

    private static ASN1Sequence authority(AuthorityStatus authority) {
        DERPrintableString state = new DERPrintableString(authority.state().name());
        ASN1Primitive certificate = certificate(authority.certificate());
        return switch (authority.standing()) {
            case Standing.Good ignored -> sequence(state, certificate);
            case Standing.Revoked revoked ->
                sequence(
                        state,
                        certificate,
                        sequence(new ASN1Integer(revoked.reason().code()), time(revoked.since())));
        };
    }

    private DERIA5String name(Party party) {
        return new DERIA5String(party.nameIn(zone).toString());
    }

    private static ASN1GeneralizedTime time(Instant instant) {
        return new ASN1GeneralizedTime(Date.from(instant));
    }

    private static ASN1Primitive certificate(X509Certificate certificate) {
        try {
            return ASN1Primitive.fromByteArray(certificate.getEncoded());
        } catch (CertificateEncodingException | IOException e) {
            throw new IllegalArgumentException("A certificate of the trust state cannot be encoded.", e);
        }
    }

    private static <T> ASN1Sequence each(List<T> values, Function<T, ASN1Encodable> encoding) {
        ASN1EncodableVector vector = new ASN1EncodableVector();
        values.forEach(value -> vector.add(encoding.apply(value)));
        return new DERSequence(vector);
    }

    private static ASN1Sequence sequence(ASN1Encodable... elements) {
        return new DERSequence(elements);
    }
}
