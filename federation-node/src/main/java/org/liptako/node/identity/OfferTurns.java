package org.liptako.node.identity;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;

/**
 * Who may have judged what they offer of trust, and when: a few at once, a few wait, and the rest are sent away. Whoever connects may offer, and judging takes as
 * long as an offer that is made to cost can make it.
 *
 * <p>On threads of the system, which it shares out: a virtual thread that computes keeps the others from running. Thread-safe.
 */
final class OfferTurns {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 8;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Sentence FULL = new Sentence(
            "Trop d'états de confiance et de listes sont offerts à la fois ; recommencez dans un instant.",
            "Too many trust states and lists are offered at once; try again in a moment.");

    private final ExecutorService judges;

    OfferTurns() {
        this(AT_ONCE, WAITING);
    }

    OfferTurns(int atOnce, int waiting) {
        ThreadPoolExecutor few = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().daemon().name("offer-", 0).factory());
        few.allowCoreThreadTimeOut(true);
        this.judges = few;
    }

    /**
     * What comes of judging, once it is its turn.
     *
     * @throws Failure TOO_MUCH where as many are judged, and wait, as may
     */
    <T> T judged(Callable<T> judging) {
        try {
            return judges.submit(judging).get();
        } catch (RejectedExecutionException full) {
            throw new Failure(ErrorCode.TOO_MUCH, FULL, full);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("What was offered of trust could not be judged.", failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The node was told to end while an offer was judged.", e);
        }
    }
}
