package org.liptako.pki.quorum;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;
import org.liptako.pki.CryptoProvider;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.SigningKeys;

/** Signs with one person's key, and joins the signatures of several into one file. */
public final class QuorumSigner {
    private QuorumSigner() {}

    /**
     * One person's detached signature.
     *
     * @param content what is signed
     * @param signer the person's key, perhaps in a token, and chain
     * @param at when, by the signer's clock
     * @return CMS SignedData, DER
     */
    public static byte[] sign(byte[] content, Credential signer, Instant at) {
        try {
            return sign(
                    content,
                    signer.chain(),
                    SigningKeys.signer(signer.key(), signer.certificate().getPublicKey()),
                    at);
        } catch (OperatorCreationException e) {
            throw noKey(e);
        }
    }

    /** The same by whatever signs the attributes: a key here, or one that was elsewhere. */
    static byte[] sign(byte[] content, List<X509Certificate> chain, ContentSigner key, Instant at) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            X509Certificate own = chain.getFirst();
            generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(CryptoProvider.BOUNCY_CASTLE)
                            .build())
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes(own, at)))
                    .build(key, new JcaX509CertificateHolder(own)));
            for (X509Certificate certificate : chain) {
                generator.addCertificate(new JcaX509CertificateHolder(certificate));
            }
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded(ASN1Encoding.DER);
        } catch (CMSException | OperatorCreationException | CertificateEncodingException | IOException e) {
            throw noKey(e);
        }
    }

    private static QuorumException noKey(Exception cause) {
        return new QuorumException(
                "La clé ne peut signer : est-elle celle du certificat, et son jeton est-il là ?",
                "The key cannot sign: does it belong to the certificate, and is its token present?",
                cause);
    }

    /**
     * One file of signatures out of several over the same content.
     *
     * @throws QuorumException if one of them cannot be read, or together they are more than a verifier takes
     */
    public static byte[] join(byte[] content, List<byte[]> parts) {
        try {
            List<SignerInformation> signers = new ArrayList<>();
            Set<X509CertificateHolder> bag = new LinkedHashSet<>();
            for (byte[] part : parts) {
                SignedDataReader.Signatures read = SignedDataReader.read(content, part);
                signers.addAll(read.signers());
                bag.addAll(read.bag());
            }
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSigners(new SignerInformationStore(signers));
            generator.addCertificates(new CollectionStore<>(bag));
            byte[] joined = generator.generate(new CMSAbsentContent(), false).getEncoded(ASN1Encoding.DER);
            SignedDataReader.read(content, joined);
            return joined;
        } catch (UnreadableException e) {
            throw new QuorumException(
                    e.outcome().reason().french() + " [" + e.outcome().detail() + "]",
                    e.outcome().reason().english() + " [" + e.outcome().detail() + "]",
                    e);
        } catch (CMSException | IOException e) {
            throw new QuorumException(
                    "Les signatures ne peuvent être réunies en un fichier : chaque signataire signe de nouveau.",
                    "The signatures cannot be joined into one file: each signer signs anew.",
                    e);
        }
    }

    private static AttributeTable attributes(X509Certificate own, Instant at) throws CertificateEncodingException {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(
                CMSAttributes.signingTime, new DERSet(new Time(Date.from(at.truncatedTo(ChronoUnit.SECONDS))))));
        ESSCertIDv2 certificate = new ESSCertIDv2(Digest.over(own.getEncoded()).toBytes());
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(certificate))));
        return new AttributeTable(attributes);
    }
}
