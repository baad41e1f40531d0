package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerIdentityTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 0a000001, true",
        "10.0.0.1, 0a000002, false",
        "010.0.0.1, 0a000001, false",
        "10.1, 0a000001, false",
        "167772161, 0a000001, false",
        "2001:db8::1, 20010db8000000000000000000000001, true",
        "[2001:DB8:0::1], 20010db8000000000000000000000001, true",
        "::ffff:10.0.0.1, 00000000000000000000ffff0a000001, true",
        "::ffff:10.0.0.1, 0a000001, false",
        "10.0.0.1, 00000000000000000000ffff0a000001, false",
        "::, 00000000000000000000000000000000, true",
    })
    void anAddressIsItsOctets(String called, String presented, boolean same) {
        GeneralName name = new GeneralName(
                GeneralName.iPAddress, new DEROctetString(HexFormat.of().parseHex(presented)));
        assertThat(PeerIdentity.of(called).isNamedBy(name)).isEqualTo(same);
    }
}
