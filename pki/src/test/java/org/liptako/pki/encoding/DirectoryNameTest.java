package org.liptako.pki.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryNameTest {
    private static DirectoryName named(String organization) {
        return DirectoryName.of(new X500NameBuilder()
                .addRDN(BCStyle.C, new DERPrintableString("ML"))
                .addRDN(BCStyle.O, new DERUTF8String(organization))
                .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "niger delta",
                "  Niger   Delta ",
                "NIGER\tDELTA",
                "Niger\u00A0Delta",
                "Niger\u0085Delta",
                "Ni\u00ADger Delta",
                "Ni\u200Bger Delta",
                "Ni\uFE0Fger Delta",
                "\u200ENiger Delta\u0000",
                "\uFF2Eiger Delta",
            })
    void isTheSameHoweverItIsSpaced(String organization) {
        assertThat(named(organization)).isEqualTo(named("Niger Delta"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NigerDelta", "Niger-Delta", "Nigér Delta", "Niger Delta.", "Niger Deltа"})
    void isAnotherWhereAReaderSeesAnother(String organization) {
        assertThat(named(organization)).isNotEqualTo(named("Niger Delta"));
    }

    @Test
    void noValueCanPassForTwoAttributes() {
        DirectoryName one = DirectoryName.of(new X500NameBuilder()
                .addRDN(BCStyle.O, new DERUTF8String("Niger\u00002.5.4.3=x"))
                .build());
        DirectoryName two = DirectoryName.of(new X500NameBuilder()
                .addMultiValuedRDN(
                        new ASN1ObjectIdentifier[] {BCStyle.O, BCStyle.CN},
                        new ASN1Encodable[] {new DERUTF8String("Niger"), new DERUTF8String("x")})
                .build());
        assertThat(one).isNotEqualTo(two);
    }
}
