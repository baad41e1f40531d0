package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0_o, 0~B",
        "999, 999_o, 999~B",
        "1500, '1,5_ko', 1.5~kB",
        "2600000000, '2,6_Go', 2.6~GB",
        "124000000000000, '124,0_To', 124.0~TB",
        "9000000000000000000, '9000,0_Po', 9000.0~PB"
    })
    void bytesAreInTheLargestUnitOfWhichThereIsOne(long bytes, String french, String english) {
        assertThat(Amounts.bytes(bytes, Words.in("fr"))).isEqualTo(spaced(french));
        assertThat(Amounts.bytes(bytes, Words.in("en"))).isEqualTo(spaced(english));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0_kbit/s, 0~kbit/s",
        "1000, 8_kbit/s, 8~kbit/s",
        "1050000, '8,4_Mbit/s', 8.4~Mbit/s",
        "1250000000, '10,0_Gbit/s', 10.0~Gbit/s"
    })
    void ratesAreInBitsASecondAsLinksAreSold(long bytesASecond, String french, String english) {
        assertThat(Amounts.rate(bytesASecond, Words.in("fr"))).isEqualTo(spaced(french));
        assertThat(Amounts.rate(bytesASecond, Words.in("en"))).isEqualTo(spaced(english));
    }

    /** No line is broken between a number and its unit. */
    private static String spaced(String text) {
        return text.replace('_', '\u202f').replace('~', '\u00a0');
    }
}
