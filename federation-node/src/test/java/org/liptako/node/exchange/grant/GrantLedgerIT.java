package org.liptako.node.exchange.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.exchange.grant.GrantLedger.Act;
import org.liptako.node.journal.event.GrantSerial;

class GrantLedgerIT {
    private static final GrantSerial SERIAL = new GrantSerial("ML-" + "0".repeat(32));

    private final TestDatabase database = TestDatabase.fresh();
    private final GrantLedger ledger = new GrantLedger(database.jdbi());
    private final AtomicLong journaled = new AtomicLong();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anActThatManyClaimAtOnceIsDoneOnceAndAllHearOfTheSameEntry() throws Exception {
        CountDownLatch together = new CountDownLatch(4);
        List<Future<Long>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            for (int caller = 0; caller < 4; caller++) {
                answers.add(callers.submit(() -> {
                    together.countDown();
                    together.await(10, TimeUnit.SECONDS);
                    return actOnce();
                }));
            }
        }

        for (Future<Long> answer : answers) {
            assertThat(answer.get()).isEqualTo(1L);
        }
        assertThat(journaled).hasValue(1);
    }

    private long actOnce() {
        return database.jdbi()
                .inTransaction(handle -> ledger.claim(handle, SERIAL, Act.GIVEN).orElseGet(() -> {
                    long index = journaled.incrementAndGet();
                    ledger.done(handle, SERIAL, Act.GIVEN, index);
                    return index;
                }));
    }
}
