package org.liptako.node.exchange.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.GrantSerial;
import org.slf4j.LoggerFactory;

class FetchTicketsTest {
    private static final GrantSerial ONE = new GrantSerial("ML-00000000000000010000000000000001");
    private static final GrantSerial OTHER = new GrantSerial("ML-00000000000000020000000000000002");

    private final FetchTickets tickets = new FetchTickets();
    private final Logger log = (Logger) LoggerFactory.getLogger(FetchTickets.class);
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @BeforeEach
    void listen() {
        written.start();
        log.setLevel(Level.INFO);
        log.addAppender(written);
    }

    @AfterEach
    void stop() {
        log.detachAppender(written);
        log.setLevel(null);
    }

    @Test
    void aGrantHasSoManyCallsAndNoMoreUntilOneHasEnded() {
        List<StreamEnd> ends = new ArrayList<>();
        for (int i = 0; i < FetchTickets.OF_ONE_GRANT; i++) {
            ends.add(tickets.take(ONE));
        }
        assertThatThrownBy(() -> tickets.take(ONE)).hasMessageStartingWith("TOO_MUCH");
        assertThatCode(() -> tickets.take(OTHER)).doesNotThrowAnyException();

        ends.getFirst().closed();
        ends.getFirst().brokenOff();

        assertThatCode(() -> tickets.take(ONE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> tickets.take(ONE)).hasMessageStartingWith("TOO_MUCH");
    }

    @Test
    void aReceiverThatBreaksOffAllItsCallsIsOneLineOfTheLog() {
        List<StreamEnd> broken = List.of(tickets.take(ONE), tickets.take(ONE), tickets.take(ONE));
        StreamEnd whole = tickets.take(OTHER);

        broken.forEach(StreamEnd::brokenOff);
        whole.closed();

        assertThat(written.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage()).contains(ONE.value(), "broke off 3 calls");
            assertThat(event.getThrowableProxy()).isNull();
        });
    }

    @Test
    void theMoreCallsRunTheLessOfEachWaitsInMemory() {
        tickets.take(ONE);
        assertThat(tickets.readyBytes()).isEqualTo(4 << 20);
        for (int call = 1; call < FetchTickets.OF_ONE_GRANT; call++) {
            tickets.take(ONE);
        }

        assertThat((long) tickets.readyBytes() * FetchTickets.OF_ONE_GRANT).isEqualTo(32 << 20);
    }
}
