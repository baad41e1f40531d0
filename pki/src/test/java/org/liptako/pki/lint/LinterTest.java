package org.liptako.pki.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.IssuingCaProfile;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.profile.StateCaProfile;
import org.liptako.pki.profile.StateNames;

class LinterTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final CertificateIssuer ISSUER =
            new CertificateIssuer(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());
    private static final KeyPair KEY = ISSUER.newKey(KeyKind.P256);
    private static final Credential ROOT = ISSUER.root(RootProfile.first(), ISSUER.newKey(KeyKind.P384));
    private static final Credential STATE_CA = ISSUER.issue(StateCaProfile.of(State.ML, Zone.INTERNAL), KEY, ROOT);
    private static final Credential NODE_CA =
            ISSUER.issue(IssuingCaProfile.of(State.ML, Authority.NODE_CA), KEY, STATE_CA);
    private static final Credential NODE =
            ISSUER.issue(LeafProfile.of(Party.at(new SiteId("ML-BKO-1"), Role.NODE, "1"), Zone.INTERNAL), KEY, NODE_CA);

    @Test
    void everyCertificateOfTheTreeIsClean() throws Exception {
        for (Credential credential : List.of(ROOT, STATE_CA, NODE_CA, NODE)) {
            assertThat(Linter.findings(new JcaX509CertificateHolder(credential.certificate())))
                    .isEmpty();
        }
    }

    @Test
    void everyRuleHasItsOwnNameASourceAndBothLanguages() {
        Set<String> names = new HashSet<>();
        Stream.concat(Linter.certificateRules().stream(), Linter.listRules().stream())
                .forEach(rule -> {
                    assertThat(names.add(rule.name())).as(rule.name()).isTrue();
                    assertThat(rule.source()).isNotBlank();
                    assertThat(rule.french()).endsWith(".");
                    assertThat(rule.english()).endsWith(".");
                });
    }

    static Stream<Arguments> certificates() {
        return Stream.of(
                broken("serial-entropy", draft -> draft.serial = BigInteger.TWO),
                broken("serial-number", draft -> draft.serial = BigInteger.ONE.shiftLeft(159)),
                broken("signature-algorithm", draft -> draft.algorithm = "SHA1withECDSA"),
                broken("validity-order", draft -> draft.end = NOW.minus(Duration.ofDays(2))),
                broken("life", draft -> draft.end = NOW.plus(Duration.ofDays(2))),
                broken("names-present", draft -> draft.subject = new X500Name("")),
                broken("known-extensions", draft -> draft.add(Extension.issuerAlternativeName, false, names())),
                broken(
                        "criticality",
                        draft -> draft.replace(Extension.keyUsage, false, new KeyUsage(KeyUsage.digitalSignature))),
                broken("key-identifiers", draft -> draft.remove(Extension.authorityKeyIdentifier)),
                broken(
                        "leaf-key-usage",
                        draft -> draft.replace(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign))),
                broken(
                        "authority-key-usage",
                        draft -> draft.replace(Extension.basicConstraints, true, new BasicConstraints(true))),
                broken("path-length", draft -> draft.remove(Extension.basicConstraints)),
                broken(
                        "key-purpose",
                        draft -> draft.replace(
                                Extension.extendedKeyUsage,
                                false,
                                new ExtendedKeyUsage(KeyPurposeId.anyExtendedKeyUsage))),
                broken("role-policy", draft -> draft.remove(Extension.certificatePolicies)),
                broken(
                        "spiffe-name",
                        draft -> draft.replace(
                                Extension.subjectAlternativeName,
                                false,
                                names("spiffe://ML.aes.internal/node/ML-BKO-1/1"))),
                broken(
                        "spiffe-name",
                        draft -> draft.replace(
                                Extension.subjectAlternativeName, false, names("spiffe://ml.aes.internal/officer/1"))),
                broken(
                        "alternative-name-types",
                        draft -> draft.replace(
                                Extension.subjectAlternativeName,
                                false,
                                new GeneralNames(new GeneralName(GeneralName.rfc822Name, "a@ml.aes.internal")))),
                broken("common-name", draft -> draft.subject = new X500Name("C=ML,O=Mali,CN=host.example")),
                broken("subject-state", draft -> draft.subject = new X500Name("C=ML,O=Niger,CN=Node 1")),
                broken(
                        "name-constraints",
                        draft -> draft.add(
                                Extension.nameConstraints, true, StateNames.constraints(State.ML, Zone.INTERNAL))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("certificates")
    void findsInACertificate(String rule, Consumer<LeafDraft> change) throws Exception {
        LeafDraft draft = new LeafDraft();
        change.accept(draft);

        assertThat(Linter.findings(draft.build())).extracting(LintRule::name).contains(rule);
    }

    @Test
    void findsAStateCaThatIsNotBound() throws Exception {
        X509CertificateHolder bound = new JcaX509CertificateHolder(STATE_CA.certificate());
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(bound);
        builder.removeExtension(Extension.nameConstraints);
        assertThat(names(builder)).contains("name-constraints");
        builder.addExtension(Extension.nameConstraints, true, StateNames.constraints(State.NE, Zone.INTERNAL));
        assertThat(names(builder)).contains("name-constraints");
        builder.replaceExtension(Extension.nameConstraints, false, StateNames.constraints(State.ML, Zone.INTERNAL));
        assertThat(names(builder)).containsExactly("criticality");
    }

    static Stream<Arguments> lists() {
        Date now = Date.from(NOW);
        return Stream.of(
                list("next-update", builder -> builder.setNextUpdate(Date.from(NOW.plus(Duration.ofDays(93))))),
                list("list-number", builder -> {}),
                list("list-issuer-key", builder -> {}),
                list("entries", builder -> {
                    builder.addCRLEntry(BigInteger.TWO, now, CRLReason.superseded);
                    builder.addCRLEntry(BigInteger.TWO, now, CRLReason.superseded);
                }),
                list("entry-reason", builder -> builder.addCRLEntry(BigInteger.TWO, now, CRLReason.certificateHold)),
                list("delta-indicator", builder -> add(builder, Extension.deltaCRLIndicator, true, new ASN1Integer(3))),
                list(
                        "list-known-extensions",
                        builder -> add(builder, Extension.freshestCRL, false, new ASN1Integer(3))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void findsInAList(String rule, Consumer<X509v2CRLBuilder> change) throws Exception {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(new X500Name("CN=a b"), Date.from(NOW));
        change.accept(builder);
        X509CRLHolder list = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(KEY.getPrivate()));

        assertThat(Linter.findings(list)).extracting(LintRule::name).contains(rule);
    }

    private static List<String> names(X509v3CertificateBuilder builder) throws Exception {
        return Linter.findings(builder.build(new JcaContentSignerBuilder("SHA384withECDSA").build(ROOT.key()))).stream()
                .map(LintRule::name)
                .toList();
    }

    private static GeneralNames names(String... uris) {
        return new GeneralNames(Stream.of(uris)
                .map(uri -> new GeneralName(GeneralName.uniformResourceIdentifier, uri))
                .toArray(GeneralName[]::new));
    }

    private static Arguments broken(String rule, Consumer<LeafDraft> change) {
        return Arguments.of(rule, change);
    }

    private static Arguments list(String rule, Consumer<X509v2CRLBuilder> change) {
        return Arguments.of(rule, change);
    }

    private static void add(
            X509v2CRLBuilder builder, ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            builder.addExtension(type, critical, value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The good node's certificate, to be spoilt in one place. */
    static final class LeafDraft {
        private final X509v3CertificateBuilder extensions = new X509v3CertificateBuilder(good());
        private BigInteger serial = NODE.certificate().getSerialNumber();
        private Instant end = NOW.plus(Duration.ofHours(20));
        private X500Name subject = good().getSubject();
        private String algorithm = "SHA256withECDSA";

        private void add(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
            try {
                extensions.addExtension(type, critical, value);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private void replace(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
            extensions.removeExtension(type);
            add(type, critical, value);
        }

        private void remove(ASN1ObjectIdentifier type) {
            extensions.removeExtension(type);
        }

        private X509CertificateHolder build() throws Exception {
            X509CertificateHolder donor =
                    extensions.build(new JcaContentSignerBuilder("SHA256withECDSA").build(KEY.getPrivate()));
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    good().getIssuer(),
                    serial,
                    Date.from(NOW),
                    Date.from(end),
                    subject,
                    SubjectPublicKeyInfo.getInstance(KEY.getPublic().getEncoded()));
            for (ASN1ObjectIdentifier type : donor.getExtensions().getExtensionOIDs()) {
                builder.addExtension(donor.getExtension(type));
            }
            return builder.build(new JcaContentSignerBuilder(algorithm).build(KEY.getPrivate()));
        }

        private static X509CertificateHolder good() {
            try {
                return new JcaX509CertificateHolder(NODE.certificate());
            } catch (CertificateEncodingException e) {
                throw new AssertionError(e);
            }
        }
    }
}
