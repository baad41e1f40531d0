package org.liptako.node.console.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "2001:db8:1:2::7, 2001:db8:1:2:ffff::8, true",
        "2001:db8:1:2::7, 2001:db8:1:3::7, false",
        "::ffff:192.0.2.7, 192.0.2.7, true",
    })
    void addressesThatOneHolderHasCountAsOne(String one, String other, boolean same) throws UnknownHostException {
        assertThat(Network.of(InetAddress.getByName(one)).equals(Network.of(InetAddress.getByName(other))))
                .isEqualTo(same);
    }
}
