package org.liptako.node.exchange.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class TailRaceTest {
    @Test
    void racesTheLastChunksAndKnowsThemUntilOneOfTheTwoGivesUp() {
        BitSet owed = new BitSet();
        owed.set(3, 6);
        owed.set(9);
        TailRace race = new TailRace();

        BitSet raced = race.begin(owed, 2);

        assertThat(raced.stream()).containsExactly(5, 9);
        assertThat(race.isOn(9)).isTrue();
        assertThat(race.isOn(4)).isFalse();

        race.over(raced);
        assertThat(race.isOn(9)).isFalse();
        assertThat(race.begin(owed, 10)).isEqualTo(owed);
    }
}
