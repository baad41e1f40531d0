package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.node.identity.Caller;
import org.liptako.node.rulebook.HandSetClock;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

class HeavyGateTest {
    private final HandSetClock clock = new HandSetClock(Instant.parse("2026-03-01T06:00:00Z"));
    private final HeavyGate gate = new HeavyGate(clock);
    private final List<HeavyGate.Pass> open = new ArrayList<>();

    @Test
    void aPersonHasTwoAtOnceAndTheOthersTheirs() {
        fill("a-traore", HeavyGate.MOST_OF_ONE);

        assertThat(refusal("a-traore")).isEqualTo(429);
        assertThat(gate.pass(someone("m-keita"), () -> "made")).isEqualTo("made");
    }

    @Test
    void allTogetherHaveNoMoreThanTheNodeMakesAtOnce() {
        for (int person = 0; open.size() < HeavyGate.MOST; person++) {
            fill("p-" + person, HeavyGate.MOST_OF_ONE);
        }

        assertThat(refusal("m-keita")).isEqualTo(503);
        open.removeFirst().close();
        assertThat(gate.pass(someone("m-keita"), () -> "made")).isEqualTo("made");
    }

    @Test
    void whatFailsGivesItsRoomBack() {
        for (int time = 0; time <= HeavyGate.MOST; time++) {
            assertThatThrownBy(() -> gate.pass(someone("a-traore"), () -> {
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");
        }
    }

    @Test
    void roomThatIsGivenBackTwiceIsGivenBackOnce() {
        fill("a-traore", HeavyGate.MOST_OF_ONE);
        HeavyGate.Pass first = open.removeFirst();
        first.close();
        first.close();
        fill("a-traore", 1);

        assertThat(refusal("a-traore")).isEqualTo(429);
    }

    @Test
    void aFileThatNobodyReadsHoldsNoRoom() {
        fill("a-traore", HeavyGate.MOST_OF_ONE);

        clock.advance(HeavyGate.UNREAD.minus(Duration.ofSeconds(1)));
        assertThat(refusal("a-traore")).isEqualTo(429);
        clock.advance(Duration.ofSeconds(1));

        assertThat(gate.pass(someone("a-traore"), () -> "made")).isEqualTo("made");
    }

    @Test
    void aFileThatIsReadHoldsItsRoomForAsLongAsItTakes() {
        fill("a-traore", HeavyGate.MOST_OF_ONE);

        for (int time = 0; time < 100; time++) {
            clock.advance(HeavyGate.UNREAD.minus(Duration.ofSeconds(1)));
            open.forEach(HeavyGate.Pass::goesOn);
        }

        assertThat(refusal("a-traore")).isEqualTo(429);
    }

    @Test
    void whoReadsOnTakesRoomAgainWhereThereIsSome() {
        fill("a-traore", HeavyGate.MOST_OF_ONE);
        clock.advance(HeavyGate.UNREAD);

        open.forEach(HeavyGate.Pass::goesOn);

        assertThat(refusal("a-traore")).isEqualTo(429);
    }

    @Test
    void whoReadsOnWhereOthersHaveAllRoomIsRefused() {
        fill("a-traore", HeavyGate.MOST_OF_ONE);
        HeavyGate.Pass lost = open.getFirst();
        clock.advance(HeavyGate.UNREAD);
        fill("a-traore", HeavyGate.MOST_OF_ONE);

        assertThatThrownBy(lost::goesOn).isInstanceOf(BusyException.class);
    }

    @Test
    void aPageIsNotAFileAndMayTakeLonger() {
        gate.pass(someone("a-traore"), () -> {
            clock.advance(HeavyGate.LONGEST.minus(Duration.ofSeconds(1)));
            fill("a-traore", 1);
            assertThat(refusal("a-traore")).isEqualTo(429);
            clock.advance(Duration.ofSeconds(1));
            fill("a-traore", 1);
            return "made";
        });
    }

    private void fill(String person, int times) {
        for (int time = 0; time < times; time++) {
            open.add(gate.enter(someone(person)));
        }
    }

    private int refusal(String person) {
        try {
            gate.enter(someone(person)).close();
            throw new AssertionError("there was room for " + person);
        } catch (BusyException busy) {
            return busy.status().getCode();
        }
    }

    private static Caller someone(String name) {
        return new Caller(Party.of(State.ML, Role.OFFICER, name), "f".repeat(64), "e".repeat(64));
    }
}
