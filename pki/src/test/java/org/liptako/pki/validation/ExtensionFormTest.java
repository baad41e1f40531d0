package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.liptako.pki.issuing.Credential;

/** Extensions that hold more than they should, or are not DER: other parsers may read them otherwise. */
class ExtensionFormTest {
    private static final Optional<RejectionReason> MALFORMED = Optional.of(RejectionReason.MALFORMED);

    private final Credential root = Common.ca("CN=root").selfSigned();

    private Optional<RejectionReason> below(ASN1Encodable basicConstraints) {
        Credential ca = Common.ca("CN=ca")
                .with(Extension.basicConstraints, true, basicConstraints)
                .issuedBy(root);
        return Common.about(Common.leaf("CN=leaf").issuedBy(ca), ca).under(root).refusal();
    }

    private static DERSequence sequence(ASN1Encodable... values) {
        return new DERSequence(values);
    }

    @Test
    void basicConstraintsAreABooleanAndAnInteger() {
        assertThat(below(sequence(ASN1Boolean.TRUE, new ASN1Integer(0)))).isEmpty();
        assertThat(below(sequence(ASN1Boolean.TRUE, new ASN1Integer(0), new ASN1Integer(9))))
                .isEqualTo(MALFORMED);
        assertThat(below(sequence(ASN1Boolean.TRUE, new ASN1Integer(-1)))).isEqualTo(MALFORMED);
    }

    @Test
    void aLeafMayWriteOutThatItIsNoCa() {
        Credential leaf = Common.leaf("CN=leaf")
                .with(Extension.basicConstraints, true, sequence(ASN1Boolean.FALSE))
                .issuedBy(root);
        assertThat(Common.about(leaf).under(root).refusal()).isEmpty();
    }

    @Test
    void policiesAreMappedInPairs() {
        ASN1Encodable policy = new ASN1ObjectIdentifier("1.2.3.4");
        Credential ca = Common.ca("CN=ca")
                .with(Extension.policyMappings, true, sequence(sequence(policy, policy, policy)))
                .issuedBy(root);
        assertThat(Common.about(Common.leaf("CN=leaf").issuedBy(ca), ca)
                        .under(root)
                        .refusal())
                .isEqualTo(MALFORMED);
    }

    @Test
    void trueIsWrittenInOneWay() throws IOException {
        byte[] oddlyTrue = {0x30, 0x03, 0x01, 0x01, 0x01};
        Credential ca = Common.ca("CN=ca")
                .with(new Extension(Extension.basicConstraints, true, oddlyTrue))
                .issuedBy(root);
        assertThat(ASN1Primitive.fromByteArray(oddlyTrue)).isEqualTo(sequence(ASN1Boolean.TRUE));
        assertThat(Common.about(Common.leaf("CN=leaf").issuedBy(ca), ca)
                        .under(root)
                        .refusal())
                .isEqualTo(MALFORMED);
    }
}
