package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

class OfferTurnsTest {
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger judging = new AtomicInteger();
    private final OfferTurns turns = new OfferTurns(2, 3);

    @Test
    void judgesAFewAtOnceLetsAFewWaitAndSendsTheRestAway() {
        List<CompletableFuture<String>> offers =
                IntStream.range(0, 6).mapToObj(offer -> offered()).toList();

        await().until(() -> offers.stream().anyMatch(CompletableFuture::isCompletedExceptionally));
        await().until(() -> judging.get() == 2);
        open.countDown();

        CompletableFuture<String> sentAway = offers.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .findFirst()
                .orElseThrow();
        assertThat(sentAway.exceptionNow())
                .isInstanceOfSatisfying(
                        Failure.class, why -> assertThat(why.code()).isEqualTo(ErrorCode.TOO_MUCH))
                .hasMessageContaining("try again in a moment");
        assertThat(offers)
                .filteredOn(offer -> !offer.isCompletedExceptionally())
                .hasSize(offers.size() - 1)
                .allSatisfy(offer -> assertThat(offer.join()).isEqualTo("judged"));
        assertThat(judging).hasValue(5);
    }

    private CompletableFuture<String> offered() {
        return CompletableFuture.supplyAsync(
                () -> turns.judged(() -> {
                    judging.incrementAndGet();
                    open.await();
                    return "judged";
                }),
                Thread::startVirtualThread);
    }
}
