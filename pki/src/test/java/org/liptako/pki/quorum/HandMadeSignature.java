package org.liptako.pki.quorum;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.Credential;

/** A signature put together by hand: good as it comes, and to be bent in any way. */
final class HandMadeSignature {
    private final Credential signer;
    private final byte[] content;
    private final Map<ASN1ObjectIdentifier, Attribute> signed = new LinkedHashMap<>();
    private final ASN1EncodableVector unsigned = new ASN1EncodableVector();
    private final List<Attribute> extra = new ArrayList<>();
    private AlgorithmIdentifier digest = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private String signature = "SHA256withECDSA";
    private X509Certificate named;
    private boolean bare;
    private byte @Nullable [] inside;

    HandMadeSignature(Credential signer, byte[] content, Instant at) throws GeneralSecurityException {
        this.signer = signer;
        this.content = content;
        this.named = signer.certificate();
        attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data);
        attribute(
                CMSAttributes.messageDigest,
                new DEROctetString(Digest.over(content).toBytes()));
        attribute(CMSAttributes.signingTime, new Time(Date.from(at)));
        attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new SigningCertificateV2(new ESSCertIDv2(
                        Digest.over(signer.certificate().getEncoded()).toBytes())));
    }

    HandMadeSignature attribute(ASN1ObjectIdentifier type, ASN1Encodable... values) {
        signed.put(type, new Attribute(type, new DERSet(values)));
        return this;
    }

    HandMadeSignature without(ASN1ObjectIdentifier type) {
        signed.remove(type);
        return this;
    }

    /** The same attribute again, with another value. */
    HandMadeSignature repeated(ASN1ObjectIdentifier type, ASN1Encodable value) {
        extra.add(new Attribute(type, new DERSet(value)));
        return this;
    }

    HandMadeSignature unsigned(ASN1ObjectIdentifier type, ASN1Encodable value) {
        unsigned.add(new Attribute(type, new DERSet(value)));
        return this;
    }

    /** No signed attributes at all: the signature is over the content's own bytes. */
    HandMadeSignature bare() {
        bare = true;
        return this;
    }

    HandMadeSignature algorithms(ASN1ObjectIdentifier digestWith, ASN1ObjectIdentifier signWith, String name) {
        digest = new AlgorithmIdentifier(digestWith);
        algorithm = new AlgorithmIdentifier(signWith);
        signature = name;
        return this;
    }

    /** Shows another certificate for the same key. */
    HandMadeSignature naming(X509Certificate certificate) {
        named = certificate;
        return this;
    }

    /** Carries content inside. */
    HandMadeSignature holding(byte[] encapsulated) {
        inside = encapsulated;
        return this;
    }

    byte[] der() throws GeneralSecurityException, IOException {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        signed.values().forEach(attributes::add);
        extra.forEach(attributes::add);
        ASN1Set signedSet = new DERSet(attributes);
        Signature signing = Signature.getInstance(signature);
        signing.initSign(signer.key());
        signing.update(bare ? content : signedSet.getEncoded(ASN1Encoding.DER));
        Certificate leaf = Certificate.getInstance(named.getEncoded());
        SignerInfo info = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(
                        X500Name.getInstance(leaf.getIssuer()),
                        leaf.getSerialNumber().getValue())),
                digest,
                bare ? null : signedSet,
                algorithm,
                new DEROctetString(signing.sign()),
                unsigned.size() == 0 ? null : new DERSet(unsigned));
        ASN1EncodableVector bag = new ASN1EncodableVector();
        bag.add(leaf);
        for (X509Certificate certificate : signer.chain()) {
            bag.add(Certificate.getInstance(certificate.getEncoded()));
        }
        SignedData data = new SignedData(
                new DERSet(digest),
                new ContentInfo(CMSObjectIdentifiers.data, inside == null ? null : new DEROctetString(inside)),
                new DERSet(bag),
                null,
                new DERSet(info));
        return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER);
    }

    static ASN1Integer one() {
        return new ASN1Integer(1);
    }
}
