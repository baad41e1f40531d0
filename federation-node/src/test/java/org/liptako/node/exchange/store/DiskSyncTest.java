package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskSyncTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, 6.18.44, true",
        "Linux, 5.8.0-63-generic, true",
        "Linux, 10.0, true",
        "Linux, 5.7.19, false",
        "Linux, 4.18.0-553.el8, false",
        "Linux, next, false",
        "Mac OS X, 15.1, false",
        "'', '', false"
    })
    void isForSystemsWhoseSyncTellsOfFailedWrites(String system, String release, boolean telling) {
        assertThat(DiskSync.tells(system, release)).isEqualTo(telling);
    }
}
