package org.liptako.pki.issuing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.liptako.pki.profile.Revocation;
import org.liptako.pki.profile.RevocationListProfile;

/**
 * Makes the revocation lists of a CA, full and delta, after RFC 5280 section 5.
 *
 * <p>Each CA signs its own, linted before its key is used; a list covers all that the CA issued and names no other issuer. Thread-safe.
 */
public final class RevocationListIssuer {
    private static final int CRL_SIGN = 6;

    private final Rehearsal rehearsal = new Rehearsal(new SecureRandom());
    private final Clock clock;

    public RevocationListIssuer(Clock clock) {
        this.clock = clock;
    }

    /**
     * Signs a list that is in force from now on.
     *
     * @throws IssuingException if the certificate may not sign lists, or the key is not its own
     */
    public X509CRL issue(RevocationListProfile profile, Credential ca) {
        X509Certificate issuer = ca.certificate();
        requireRight(issuer);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(
                    X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()), Date.from(now));
            builder.setNextUpdate(Date.from(now.plus(profile.life())));
            for (Revocation revocation : profile.revocations()) {
                builder.addCRLEntry(
                        revocation.serial(),
                        Date.from(revocation.at()),
                        revocation.reason().code());
            }
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.getPublicKey()));
            builder.addExtension(Extension.cRLNumber, false, new ASN1Integer(profile.number()));
            if (profile.base().isPresent()) {
                builder.addExtension(
                        Extension.deltaCRLIndicator,
                        true,
                        new ASN1Integer(profile.base().get()));
            }
            X509CRL list = new JcaX509CRLConverter().getCRL(rehearsal.sign(builder, ca.key(), issuer.getPublicKey()));
            list.verify(issuer.getPublicKey());
            return list;
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IssuingException(
                    "La liste de révocation de " + issuer.getSubjectX500Principal()
                            + " n'a pu être signée : la clé est-elle celle du certificat ?",
                    "The revocation list of " + issuer.getSubjectX500Principal()
                            + " could not be signed: does the key belong to the certificate?",
                    e);
        }
    }

    /** RFC 5280 section 4.2.1.3. */
    private static void requireRight(X509Certificate issuer) {
        boolean[] usage = issuer.getKeyUsage();
        if (issuer.getBasicConstraints() < 0 || usage == null || !usage[CRL_SIGN]) {
            throw new IssuingException(
                    issuer.getSubjectX500Principal()
                            + " ne peut signer de liste de révocation : donnez le certificat d'une autorité.",
                    issuer.getSubjectX500Principal()
                            + " may not sign revocation lists: give the certificate of an authority.");
        }
    }
}
