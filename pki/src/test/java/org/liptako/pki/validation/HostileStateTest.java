package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.liptako.pki.validation.RejectionReason.ALTERNATIVE_NAMES;
import static org.liptako.pki.validation.RejectionReason.CHAIN_SHAPE;
import static org.liptako.pki.validation.RejectionReason.COMMON_NAME;
import static org.liptako.pki.validation.RejectionReason.NAME_CONSTRAINTS;
import static org.liptako.pki.validation.RejectionReason.SPIFFE_NAME;
import static org.liptako.pki.validation.RejectionReason.STATE_CA_UNBOUND;
import static org.liptako.pki.validation.RejectionReason.STATE_MISMATCH;

import java.util.Arrays;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.OtherName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.IssuingCaProfile;
import org.liptako.pki.profile.StateCaProfile;
import org.liptako.pki.profile.StateNames;

/** Mali's CAs do their worst to speak for Niger; each attempt is refused, for its own reason. */
class HostileStateTest {
    private static final String ML_URI = "spiffe://ml.aes.internal/node/ML-BKO-1/1";
    private static final String ML_DNS = "node-1.ml-bko-1.ml.aes.internal";
    private static final String NE_URI = "spiffe://ne.aes.internal/node/NE-NIM-1/1";
    private static final String NE_DNS = "node-1.ne-nim-1.ne.aes.internal";

    @Test
    void anHonestNodeIsAccepted() {
        assertThat(Region.asClient(Region.draft(Region.NODE).issuedBy(Region.ML.nodeCa())))
                .isInstanceOf(Validation.Accepted.class);
    }

    static Stream<Arguments> leaves() {
        return Stream.of(
                leaf("all of Niger's names", Region.draft(Region.NIGER_NODE), NAME_CONSTRAINTS),
                leaf("Niger's URI", node().names(uri(NE_URI), dns(ML_DNS)), NAME_CONSTRAINTS),
                leaf("Niger's DNS name", node().names(uri(ML_URI), dns(NE_DNS)), NAME_CONSTRAINTS),
                leaf("Niger's bare host", node().names(uri(ML_URI), dns("ne.aes.internal")), NAME_CONSTRAINTS),
                leaf("Niger's subject", node().subject("C=NE,O=Niger,CN=Node 1 at NE-NIM-1"), STATE_MISMATCH),
                leaf("Niger's C, Mali's O", node().subject("C=NE,O=Mali,CN=Node 1"), STATE_MISMATCH),
                leaf("Mali's C, Niger's O", node().subject("C=ML,O=Niger,CN=Node 1"), STATE_MISMATCH),
                leaf("two C, Mali's first", node().subject("C=ML,O=Mali,C=NE,CN=Node 1"), STATE_MISMATCH),
                leaf("no subject", anonymous(), COMMON_NAME),
                leaf("a URI of each State", node().names(uri(ML_URI), uri(NE_URI), dns(ML_DNS)), NAME_CONSTRAINTS),
                leaf("two URIs of Mali", node().names(uri(ML_URI), uri(ML_URI), dns(ML_DNS)), ALTERNATIVE_NAMES),
                leaf("a DNS name of each", node().names(uri(ML_URI), dns(ML_DNS), dns(NE_DNS)), NAME_CONSTRAINTS),
                leaf("Niger in capitals", nodeAt("spiffe://NE.aes.internal/node/NE-NIM-1/1"), NAME_CONSTRAINTS),
                leaf("Mali in capitals", nodeAt("spiffe://ML.aes.internal/node/ML-BKO-1/1"), SPIFFE_NAME),
                leaf("a trailing dot", nodeAt("spiffe://ml.aes.internal./node/ML-BKO-1/1"), SPIFFE_NAME),
                leaf("a percent escape", nodeAt("spiffe://ml.aes.internal/node/ML-BKO-1/%31"), SPIFFE_NAME),
                leaf("Niger as user", nodeAt("spiffe://ne.aes.internal@ml.aes.internal/node/ML-BKO-1/1"), SPIFFE_NAME),
                leaf(
                        "Mali as user",
                        nodeAt("spiffe://ml.aes.internal@ne.aes.internal/node/NE-NIM-1/1"),
                        NAME_CONSTRAINTS),
                leaf("a port", nodeAt("spiffe://ml.aes.internal:443/node/ML-BKO-1/1"), SPIFFE_NAME),
                leaf("another scheme", nodeAt("https://ml.aes.internal/node/ML-BKO-1/1"), SPIFFE_NAME),
                leaf("Niger's site in Mali's host", nodeAt("spiffe://ml.aes.internal/node/NE-NIM-1/1"), SPIFFE_NAME),
                leaf("a host beneath Mali's", nodeAt("spiffe://ne.ml.aes.internal/node/ML-BKO-1/1"), NAME_CONSTRAINTS),
                leaf("another zone", nodeAt("spiffe://ml.aes.localhost/node/ML-BKO-1/1"), NAME_CONSTRAINTS),
                leaf(
                        "Niger's mailbox",
                        node().names(uri(ML_URI), dns(ML_DNS), mail("a@ne.aes.internal")),
                        NAME_CONSTRAINTS),
                leaf("an address", node().names(uri(ML_URI), dns(ML_DNS), ip()), NAME_CONSTRAINTS),
                leaf("another name", node().names(uri(ML_URI), dns(ML_DNS), otherName()), ALTERNATIVE_NAMES),
                leaf("a registered id", node().names(uri(ML_URI), dns(ML_DNS), registeredId()), ALTERNATIVE_NAMES),
                leaf(
                        "Niger's directory name",
                        node().names(uri(ML_URI), dns(ML_DNS), directory("C=NE,O=Niger")),
                        ALTERNATIVE_NAMES),
                leaf(
                        "Mali's directory name",
                        node().names(uri(ML_URI), dns(ML_DNS), directory("C=ML,O=Mali,CN=a b")),
                        ALTERNATIVE_NAMES),
                leaf("a wildcard", node().names(uri(ML_URI), dns("*.ml.aes.internal")), ALTERNATIVE_NAMES),
                leaf(
                        "no names but a host as CN",
                        node().subject("C=ML,O=Mali,CN=" + NE_DNS).without(Extension.subjectAlternativeName),
                        COMMON_NAME),
                leaf("Niger's host as CN", node().subject("C=ML,O=Mali,CN=" + NE_DNS), COMMON_NAME),
                leaf("no names", node().without(Extension.subjectAlternativeName), ALTERNATIVE_NAMES));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("leaves")
    void refusesALeafWith(String attempt, Draft draft, RejectionReason expected) {
        assertRefused(draft.issuedBy(Region.ML.nodeCa()), expected);
    }

    @Test
    void refusesASubCaInNigersName() {
        Credential subCa =
                Draft.of(IssuingCaProfile.of(State.NE, Authority.NODE_CA)).issuedBy(Region.ML.stateCa());

        assertRefused(Region.draft(Region.NIGER_NODE).issuedBy(subCa), NAME_CONSTRAINTS);
        assertRefused(Region.draft(Region.NODE).issuedBy(subCa), STATE_MISMATCH);
    }

    @Test
    void refusesASubCaInMalisNameThatPermitsItselfNiger() {
        NameConstraints niger = StateNames.constraints(State.NE, Region.ZONE);
        Credential subCa = Draft.of(IssuingCaProfile.of(State.ML, Authority.NODE_CA))
                .with(Extension.nameConstraints, true, niger)
                .issuedBy(Region.ML.stateCa());

        assertRefused(Region.draft(Region.NIGER_NODE).issuedBy(subCa), NAME_CONSTRAINTS);
    }

    @Test
    void refusesASelfIssuedCaThatDropsTheConstraints() {
        // Self-issued certificates are exempt from constraints and path length: RFC 5280 section 6.1.
        Credential twin = Draft.of(StateCaProfile.of(State.ML, Region.ZONE))
                .without(Extension.nameConstraints)
                .issuedBy(Region.ML.stateCa());

        assertRefused(Region.draft(Region.NIGER_NODE).issuedBy(twin), NAME_CONSTRAINTS);
        assertRefused(Region.draft(Region.NODE).issuedBy(twin), RejectionReason.ROLE_ISSUER);
    }

    @Test
    void refusesACaBelowTheNodeCa() {
        Credential below =
                Draft.of(IssuingCaProfile.of(State.ML, Authority.NODE_CA)).issuedBy(Region.ML.nodeCa());

        assertRefused(Region.draft(Region.NODE).issuedBy(below), CHAIN_SHAPE);
    }

    @Test
    void refusesAStateCaThatTheRootDidNotBind() {
        Draft free = stateCa().without(Extension.nameConstraints);
        Draft advisory =
                stateCa().with(Extension.nameConstraints, false, StateNames.constraints(State.ML, Region.ZONE));
        Draft generous = stateCa().with(Extension.nameConstraints, true, withNiger());

        for (Draft weak : new Draft[] {free, advisory, generous}) {
            Credential nodeCa = Draft.of(IssuingCaProfile.of(State.ML, Authority.NODE_CA))
                    .issuedBy(weak.signedWith("SHA384withECDSA").issuedBy(Region.ML.root()));
            assertRefused(Region.draft(Region.NODE).issuedBy(nodeCa), STATE_CA_UNBOUND);
        }
    }

    private static NameConstraints withNiger() {
        GeneralSubtree[] permitted =
                StateNames.constraints(State.ML, Region.ZONE).getPermittedSubtrees();
        GeneralSubtree[] more = Arrays.copyOf(permitted, permitted.length + 1);
        more[permitted.length] = new GeneralSubtree(new GeneralName(GeneralName.dNSName, "ne.aes.internal"));
        return new NameConstraints(
                more, StateNames.constraints(State.ML, Region.ZONE).getExcludedSubtrees());
    }

    private static void assertRefused(Credential credential, RejectionReason expected) {
        switch (Region.asClient(credential)) {
            case Validation.Accepted accepted -> fail("accepted as " + accepted.party());
            case Validation.Rejected rejected ->
                assertThat(rejected.reason()).as(rejected.toString()).isEqualTo(expected);
        }
    }

    private static Arguments leaf(String attempt, Draft draft, RejectionReason expected) {
        return Arguments.of(attempt, draft, expected);
    }

    private static Draft node() {
        return Region.draft(Region.NODE);
    }

    private static Draft nodeAt(String uri) {
        return node().names(uri(uri), dns(ML_DNS));
    }

    /** RFC 5280 section 4.1.2.6: without a subject, the alternative names are critical. */
    private static Draft anonymous() {
        GeneralNames names = new GeneralNames(new GeneralName[] {uri(ML_URI), dns(ML_DNS)});
        return node().subject("").with(Extension.subjectAlternativeName, true, names);
    }

    private static Draft stateCa() {
        return Draft.of(StateCaProfile.of(State.ML, Region.ZONE));
    }

    private static GeneralName uri(String uri) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, uri);
    }

    private static GeneralName dns(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }

    private static GeneralName mail(String mailbox) {
        return new GeneralName(GeneralName.rfc822Name, mailbox);
    }

    private static GeneralName ip() {
        return new GeneralName(GeneralName.iPAddress, new DEROctetString(new byte[] {10, 0, 0, 1}));
    }

    private static GeneralName directory(String name) {
        return new GeneralName(new X500Name(name));
    }

    private static GeneralName registeredId() {
        return new GeneralName(GeneralName.registeredID, new ASN1ObjectIdentifier("1.3.6.1.4.1.1"));
    }

    private static GeneralName otherName() {
        ASN1ObjectIdentifier principalName = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3");
        return new GeneralName(GeneralName.otherName, new OtherName(principalName, new DERUTF8String("ne")));
    }
}
