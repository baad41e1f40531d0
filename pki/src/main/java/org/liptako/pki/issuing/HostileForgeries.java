package org.liptako.pki.issuing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.CertificateProfile;
import org.liptako.pki.profile.IssuingCaProfile;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;
import org.liptako.pki.profile.StateCaProfile;

/**
 * All that Mali's authorities could sign to speak in Niger's name: every kind of name, in every form of chain.
 *
 * <p>Each must be refused, in TLS, in a call and under a document. It signs without asking and without lints.
 */
public final class HostileForgeries {
    private static final Duration LIFE = Duration.ofHours(12);
    private static final ASN1ObjectIdentifier NAMES = Extension.subjectAlternativeName;

    private final Credential stateCa;
    private final Credential nodeCa;
    private final Zone zone;
    private final Instant now;
    private final SecureRandom random = new SecureRandom();

    /** Forgeries by these two CAs of Mali's, valid around an instant. */
    public HostileForgeries(Credential stateCa, Credential nodeCa, Zone zone, Instant now) {
        this.stateCa = stateCa;
        this.nodeCa = nodeCa;
        this.zone = zone;
        this.now = now;
    }

    /** Where in the chain the lie is told. */
    public enum Form {
        /** A leaf of Mali's own node CA. */
        LEAF,
        /** A leaf beneath a CA in Niger's name, issued by Mali's State CA. */
        SUB_CA,
        /** A leaf beneath a twin of Mali's State CA, without its constraints: RFC 5280 exempts the self-issued. */
        SELF_ISSUED_CA
    }

    /**
     * One forgery.
     *
     * @param credential a chain of Mali's that claims Niger, with its key
     */
    public record Forgery(ForgedName name, Form form, Credential credential) {
        @Override
        public String toString() {
            return name + " as " + form;
        }
    }

    /** Every name in every form. */
    public List<Forgery> all() {
        List<Forgery> all = new ArrayList<>();
        for (Form form : Form.values()) {
            Credential issuer = issuer(form);
            for (ForgedName name : ForgedName.values()) {
                all.add(new Forgery(name, form, leaf(name, issuer)));
            }
        }
        return all;
    }

    private Credential issuer(Form form) {
        return switch (form) {
            case LEAF -> nodeCa;
            case SUB_CA -> {
                CertificateProfile niger = IssuingCaProfile.of(State.NE, Authority.NODE_CA);
                yield sign(niger.subject(), niger.extensions(), stateCa);
            }
            case SELF_ISSUED_CA -> {
                CertificateProfile twin = StateCaProfile.of(State.ML, zone);
                List<Extension> free = twin.extensions().stream()
                        .filter(extension -> !extension.getExtnId().equals(Extension.nameConstraints))
                        .toList();
                yield sign(twin.subject(), free, stateCa);
            }
        };
    }

    private Credential leaf(ForgedName name, Credential issuer) {
        LeafProfile honest = LeafProfile.of(Party.at(new SiteId("ML-BKO-1"), Role.NODE, "1"), zone);
        List<Extension> extensions = new ArrayList<>();
        for (Extension extension : honest.extensions()) {
            if (!extension.getExtnId().equals(NAMES)) {
                extensions.add(extension);
            }
        }
        name.alternativeNames(zone).ifPresent(names -> extensions.add(extension(names)));
        return sign(name.subject(honest.subject(), zone), extensions, issuer);
    }

    private static Extension extension(GeneralNames names) {
        try {
            return Extension.create(NAMES, false, names);
        } catch (IOException e) {
            throw new IssuingException(
                    "Un nom contrefait ne peut être encodé : l'arbre d'essai est incomplet, refaites-le.",
                    "A forged name cannot be encoded: the trial tree is incomplete, make it anew.",
                    e);
        }
    }

    private Credential sign(X500Name subject, List<Extension> extensions, Credential issuer) {
        KeyPair key = SigningKeys.generate(KeyKind.P256, random);
        X509Certificate above = issuer.certificate();
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    X500Name.getInstance(above.getSubjectX500Principal().getEncoded()),
                    new BigInteger(128, random).setBit(127),
                    Date.from(now.minus(LIFE)),
                    Date.from(now.plus(LIFE)),
                    subject,
                    SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded()));
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key.getPublic()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(above.getPublicKey()));
            for (Extension extension : extensions) {
                builder.addExtension(extension);
            }
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(SigningKeys.signer(issuer.key(), above.getPublicKey())));
            // All of it is shown: the ordinary way would take the self-issued twin for a root and leave it out.
            List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
            chain.addAll(issuer.chain());
            return new Credential(key.getPrivate(), chain);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IssuingException(
                    "La contrefaçon pour " + subject
                            + " n'a pu être signée : l'arbre d'essai est incomplet, refaites-le.",
                    "The forgery for " + subject + " could not be signed: the trial tree is incomplete, make it anew.",
                    e);
        }
    }
}
