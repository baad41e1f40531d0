package org.liptako.pki.quorum;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;

/**
 * What a signature covers beside the content's digest (RFC 5652 section 11): the content's type, the digest, the time
 * of signing and the certificate it was made with (RFC 5035), each exactly once.
 *
 * <p>They are required, not optional. A signature without attributes is over the content's bytes themselves, so the
 * encoded attributes of one signature could be passed off as the content of another; and without the certificate's
 * digest, whoever has two certificates for one key could have a signature counted in the wrong role.
 */
final class SignedAttributes {
    private final AttributeTable table;

    private SignedAttributes(AttributeTable table) {
        this.table = table;
    }

    /** The attributes of a signature, looked at but not yet verified. */
    static SignedAttributes of(SignerInformation signer) throws DiscountedException {
        AttributeTable table = signer.getSignedAttributes();
        if (table == null) {
            throw new DiscountedException(SignatureFault.SIGNED_ATTRIBUTES, "none");
        }
        Set<ASN1ObjectIdentifier> seen = new HashSet<>();
        for (Attribute attribute : table.toASN1Structure().getAttributes()) {
            if (!seen.add(attribute.getAttrType()) || attribute.getAttrValues().size() != 1) {
                throw new DiscountedException(SignatureFault.SIGNED_ATTRIBUTES, "repeated: " + attribute.getAttrType());
            }
        }
        if (seen.contains(CMSAttributes.counterSignature)) {
            throw new DiscountedException(SignatureFault.SIGNED_ATTRIBUTES, "a counter-signature");
        }
        return new SignedAttributes(table);
    }

    /** RFC 5652 section 11.1. */
    void requireTypeData() throws DiscountedException {
        if (!CMSObjectIdentifiers.data.equals(value(CMSAttributes.contentType, "content type"))) {
            throw new DiscountedException(SignatureFault.SIGNED_ATTRIBUTES, "the content type is not data");
        }
    }

    /** RFC 5652 section 11.2. */
    void requireDigestOf(byte[] content, AlgorithmIdentifier algorithm) throws DiscountedException {
        ASN1Encodable digest = value(CMSAttributes.messageDigest, "message digest");
        if (!(digest instanceof ASN1OctetString octets)
                || !MessageDigest.isEqual(octets.getOctets(), SignatureAlgorithms.digest(content, algorithm))) {
            throw new DiscountedException(SignatureFault.OTHER_CONTENT, "message digest");
        }
    }

    /** RFC 5652 section 11.3. */
    Instant signingTime() throws DiscountedException {
        Attribute attribute = table.get(CMSAttributes.signingTime);
        if (attribute == null) {
            throw new DiscountedException(SignatureFault.NO_SIGNING_TIME, "no attribute");
        }
        try {
            return Time.getInstance(attribute.getAttributeValues()[0]).getDate().toInstant();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new DiscountedException(SignatureFault.NO_SIGNING_TIME, "not a time");
        }
    }

    /** RFC 5035 section 3: the first identifier is the certificate that the signature is to be verified with. */
    void requireMadeWith(X509CertificateHolder certificate) throws DiscountedException {
        ASN1Encodable value = value(PKCSObjectIdentifiers.id_aa_signingCertificateV2, "signing certificate");
        try {
            ESSCertIDv2 first = SigningCertificateV2.getInstance(value).getCerts()[0];
            byte[] actual = SignatureAlgorithms.digest(certificate.getEncoded(), first.getHashAlgorithm());
            if (!MessageDigest.isEqual(first.getCertHash(), actual)) {
                throw new DiscountedException(SignatureFault.OTHER_CERTIFICATE, "digest of the certificate");
            }
        } catch (IOException | RuntimeException e) {
            throw new DiscountedException(SignatureFault.SIGNED_ATTRIBUTES, "signing certificate");
        }
    }

    private ASN1Encodable value(ASN1ObjectIdentifier type, String name) throws DiscountedException {
        Attribute attribute = table.get(type);
        if (attribute == null) {
            throw new DiscountedException(SignatureFault.SIGNED_ATTRIBUTES, name + " missing");
        }
        return attribute.getAttributeValues()[0];
    }
}
