package org.liptako.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountTest {
    @Test
    void frenchSaysTheSingularOfNoneAndOneAndEnglishOfOneAlone() {
        assertThat(Count.fr(0, "bloc")).isEqualTo("0 bloc");
        assertThat(Count.fr(1, "bloc")).isEqualTo("1 bloc");
        assertThat(Count.fr(2, "bloc")).isEqualTo("2 blocs");
        assertThat(Count.en(0, "entry", "entries")).isEqualTo("0 entries");
        assertThat(Count.en(1, "entry", "entries")).isEqualTo("1 entry");
        assertThat(Count.en(2, "entry", "entries")).isEqualTo("2 entries");
    }
}
