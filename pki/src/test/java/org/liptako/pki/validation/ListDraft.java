package org.liptako.pki.validation;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.issuing.Credential;

/** A revocation list that begins as it should be and may then be bent in any way. */
final class ListDraft {
    private final X500Name issuer;
    private PrivateKey key;
    private boolean plain;
    private Instant thisUpdate = Region.NOW.minusSeconds(3600);
    private Instant nextUpdate = Region.NOW.plusSeconds(3600);
    private final Map<ASN1ObjectIdentifier, Extension> extensions = new LinkedHashMap<>();
    private final Map<BigInteger, Extensions> entries = new LinkedHashMap<>();

    private ListDraft(Credential issuer) {
        this.issuer = X500Name.getInstance(
                issuer.certificate().getSubjectX500Principal().getEncoded());
        this.key = issuer.key();
        with(Extension.cRLNumber, false, new ASN1Integer(10));
    }

    /** The tenth complete list of a CA, an hour old, good for another. */
    static ListDraft of(Credential issuer) {
        return new ListDraft(issuer);
    }

    ListDraft number(int number) {
        return with(Extension.cRLNumber, false, new ASN1Integer(number));
    }

    ListDraft deltaOn(int base) {
        return with(Extension.deltaCRLIndicator, true, new ASN1Integer(base));
    }

    ListDraft signedBy(Credential other) {
        key = other.key();
        return this;
    }

    ListDraft between(Instant from, Instant to) {
        thisUpdate = from;
        nextUpdate = to;
        return this;
    }

    ListDraft scope(@Nullable String point, boolean users, boolean authorities, boolean indirect) {
        DistributionPointName name = point == null
                ? null
                : new DistributionPointName(new GeneralNames(new GeneralName(new X500Name(point))));
        return with(
                Extension.issuingDistributionPoint,
                true,
                new IssuingDistributionPoint(name, users, authorities, null, indirect, false));
    }

    ListDraft with(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            extensions.put(type, Extension.create(type, critical, value));
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    ListDraft without(ASN1ObjectIdentifier type) {
        extensions.remove(type);
        return this;
    }

    ListDraft revoking(Credential certificate, int reason) {
        return entry(certificate, Extension.reasonCode, false, CRLReason.lookup(reason));
    }

    /** A certificate that nobody here has. */
    ListDraft revoking(long serial, int reason) {
        return entry(BigInteger.valueOf(serial), Extension.reasonCode, false, CRLReason.lookup(reason));
    }

    ListDraft entry(Credential certificate, ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        return entry(certificate.certificate().getSerialNumber(), type, critical, value);
    }

    ListDraft entry(long serial, ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        return entry(BigInteger.valueOf(serial), type, critical, value);
    }

    private ListDraft entry(BigInteger serial, ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            ExtensionsGenerator generator = new ExtensionsGenerator();
            generator.addExtension(type, critical, value);
            entries.put(serial, generator.generate());
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A list of version 1: without extensions, its own or its entries'. */
    ListDraft plain() {
        plain = true;
        return this;
    }

    byte[] der() {
        return plain ? version1() : version2();
    }

    private byte[] version1() {
        try {
            ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
            ASN1EncodableVector tbs = new ASN1EncodableVector();
            tbs.add(signer.getAlgorithmIdentifier());
            tbs.add(issuer);
            tbs.add(new Time(Date.from(thisUpdate)));
            tbs.add(new Time(Date.from(nextUpdate)));
            ASN1EncodableVector revoked = new ASN1EncodableVector();
            entries.keySet()
                    .forEach(serial -> revoked.add(new DERSequence(
                            new ASN1Encodable[] {new ASN1Integer(serial), new Time(Date.from(thisUpdate))})));
            if (revoked.size() > 0) {
                tbs.add(new DERSequence(revoked));
            }
            DERSequence toBeSigned = new DERSequence(tbs);
            signer.getOutputStream().write(toBeSigned.getEncoded());
            DERBitString signature = new DERBitString(signer.getSignature());
            return new DERSequence(new ASN1Encodable[] {toBeSigned, signer.getAlgorithmIdentifier(), signature})
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] version2() {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer, Date.from(thisUpdate));
            builder.setNextUpdate(Date.from(nextUpdate));
            entries.forEach((serial, told) -> builder.addCRLEntry(serial, Date.from(thisUpdate), told));
            for (Extension extension : extensions.values()) {
                builder.addExtension(extension);
            }
            return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key))
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }
}
