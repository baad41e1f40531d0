package org.liptako.node.cli.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.cli.CommandFailure;

class CapacityTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "900GB, 900000000000",
        "900 Go, 900000000000",
        "1.8TB, 1800000000000",
        "'1,8To', 1800000000000",
        "64GiB, 68719476736",
        "512mib, 536870912",
        "2k, 2000",
    })
    void readsWhatIsPrintedOnADisk(String text, long bytes) {
        assertThat(Capacity.bytes(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "big", "-1GB", "1PB", "1GBB", "1e9", "9999999999999"})
    void refusesTheRestAndShowsAnExample(String text) {
        assertThatThrownBy(() -> Capacity.bytes(text))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("64GiB");
    }

    @Test
    void aSealIsShownInGroupsOfFour() {
        assertThat(DiskTable.grouped("0123456789")).isEqualTo("0123 4567 89");
    }
}
