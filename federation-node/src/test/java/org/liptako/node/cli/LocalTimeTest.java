package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalTimeTest {
    @Test
    void anInstantIsToldToTheSecondAndWhatIsNoneAsItStands() {
        assertThat(LocalTime.toTheSecond("2026-11-24T04:41:08.277825117Z")).isEqualTo("2026-11-24T04:41:08Z");
        assertThat(LocalTime.toTheSecond("")).isEmpty();
        assertThat(LocalTime.toTheSecond("peut-être")).isEqualTo("peut-être");
    }
}
