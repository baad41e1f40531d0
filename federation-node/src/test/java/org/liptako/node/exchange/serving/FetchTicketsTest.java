package org.liptako.node.exchange.serving;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.GrantSerial;

class FetchTicketsTest {
    private static final GrantSerial ONE = new GrantSerial("ML-00000000000000010000000000000001");
    private static final GrantSerial OTHER = new GrantSerial("ML-00000000000000020000000000000002");

    private final FetchTickets tickets = new FetchTickets();

    @Test
    void aGrantHasSoManyCallsAndNoMoreUntilOneHasEnded() {
        List<Runnable> ends = new ArrayList<>();
        for (int i = 0; i < FetchTickets.OF_ONE_GRANT; i++) {
            ends.add(tickets.take(ONE));
        }
        assertThatThrownBy(() -> tickets.take(ONE)).hasMessageStartingWith("TOO_MUCH");
        assertThatCode(() -> tickets.take(OTHER)).doesNotThrowAnyException();

        ends.getFirst().run();
        ends.getFirst().run();

        assertThatCode(() -> tickets.take(ONE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> tickets.take(ONE)).hasMessageStartingWith("TOO_MUCH");
    }
}
