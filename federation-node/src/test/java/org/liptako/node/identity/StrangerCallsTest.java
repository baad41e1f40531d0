package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class StrangerCallsTest {
    private static final ConnectionLimits LIMITS = ConnectionLimits.STANDARD;

    private final StrangerCalls calls = new StrangerCalls(LIMITS);

    @Test
    void oneAddressTakesNoMoreThanItsShare() {
        for (int call = 0; call < LIMITS.strangerCallsOfOneAddress(); call++) {
            assertThat(calls.begins(address(1))).isTrue();
        }

        assertThat(calls.begins(address(1))).isFalse();
        assertThat(calls.begins(address(2))).as("a neighbour").isTrue();
        calls.ended(address(1));
        assertThat(calls.begins(address(1))).isTrue();
    }

    @Test
    void manyAddressesTakeNoMoreThanAllMay() {
        for (int call = 0; call < LIMITS.strangerCalls(); call++) {
            assertThat(calls.begins(address(call))).isTrue();
        }

        assertThat(calls.begins(address(200))).isFalse();
        calls.ended(address(0));
        assertThat(calls.begins(address(200))).isTrue();
    }

    private static InetAddress address(int last) {
        return InetAddress.ofLiteral("192.0.2." + last);
    }
}
