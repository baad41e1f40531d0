package org.liptako.node.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** How long each of many askings of a question took, once the process was warm. */
final class AskTimes {
    private final double[] millis;

    private AskTimes(double[] millis) {
        this.millis = millis;
        Arrays.sort(millis);
    }

    /** Asked so many times in all by so many threads at once, each of which asks again as soon as it is answered. */
    static AskTimes of(int askers, int times, IntConsumer asking) throws InterruptedException, ExecutionException {
        run(askers, times / 5, asking);
        return new AskTimes(run(askers, times, asking));
    }

    private static double[] run(int askers, int times, IntConsumer asking)
            throws InterruptedException, ExecutionException {
        double[] millis = new double[times];
        try (ExecutorService threads = Executors.newFixedThreadPool(askers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int asker = 0; asker < askers; asker++) {
                int first = asker;
                running.add(threads.submit(() -> {
                    for (int i = first; i < times; i += askers) {
                        long begun = System.nanoTime();
                        asking.accept(i);
                        millis[i] = (System.nanoTime() - begun) / 1e6;
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return millis;
    }

    /** The 99th percentile in milliseconds. */
    double p99() {
        return millis[millis.length * 99 / 100];
    }

    /** A line of a table: the question, how often it was asked, the median, the 99th percentile and the slowest. */
    String line(String question) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.2f | %.2f | %.2f |",
                question,
                millis.length,
                millis[millis.length / 2],
                p99(),
                millis[millis.length - 1]);
    }
}
