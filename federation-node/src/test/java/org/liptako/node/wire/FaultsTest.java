package org.liptako.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FaultsTest {
    private final Logger log = (Logger) LoggerFactory.getLogger(FaultsTest.class);
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @BeforeEach
    void listen() {
        written.start();
        log.addAppender(written);
    }

    @AfterEach
    void stop() {
        log.detachAppender(written);
    }

    @Test
    void aDatabaseThatIsAwayIsOneLine() {
        Exception away = new IllegalStateException(new SQLTransientConnectionException("no connection"));

        Faults.warn(log, away, "Request {} could not be put off.", "r-1");

        assertThat(written.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage())
                    .isEqualTo("Request r-1 could not be put off. The database does not answer.");
            assertThat(event.getThrowableProxy()).isNull();
        });
    }

    @Test
    void everyOtherFaultSaysWhereItComesFrom() {
        Faults.error(log, new IllegalStateException("a fault of ours"), "Request {} could not be put off.", "r-1");

        assertThat(written.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getFormattedMessage()).isEqualTo("Request r-1 could not be put off.");
            assertThat(event.getThrowableProxy()).isNotNull();
        });
    }
}
