package org.liptako.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseOutageTest {
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08003", "08006", "57P01", "57P02", "57P03", "53300"})
    void isAConnectionThatFailedOrAServerThatStops(String state) {
        assertThat(DatabaseOutage.isBehind(new IllegalStateException(new SQLException("gone", state))))
                .isTrue();
    }

    @Test
    void isAPoolThatHasNoConnectionToGive() {
        assertThat(DatabaseOutage.isBehind(new RuntimeException(new SQLTransientConnectionException("timed out"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "40001", "57014"})
    void isNoStatementThatADatabaseRefused(String state) {
        assertThat(DatabaseOutage.isBehind(new RuntimeException(new SQLException("no", state))))
                .isFalse();
    }

    @Test
    void isNoFaultThatNoDatabaseIsBehind() {
        Exception tail = new IllegalStateException("a");
        Exception head = new IllegalStateException("b", tail);
        tail.initCause(head);
        assertThat(DatabaseOutage.isBehind(head)).isFalse();
        assertThat(DatabaseOutage.isBehind(null)).isFalse();
    }
}
