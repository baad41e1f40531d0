package org.liptako.node.cli.rules;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Judges lines by the handful and several handfuls at a time, since an engine behind a socket is mostly waited for, and answers them in their order. */
final class AnswerQueue implements AutoCloseable {
    /** An engine that is slow must still answer all of them within the time for one question. */
    static final int HANDFUL = 16;

    private static final int MOST_AT_A_TIME = 8;

    private final DecisionLine answers;
    private final PrintWriter out;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Future<List<Supplier<String>>>> waiting = new ArrayDeque<>();
    private List<byte[]> handful = new ArrayList<>();

    AnswerQueue(DecisionLine answers, PrintWriter out) {
        this.answers = answers;
        this.out = out;
    }

    /** Takes a line; returns once there is room for another. */
    void ask(byte[] document) {
        handful.add(document);
        if (handful.size() >= HANDFUL) {
            judge();
        }
    }

    /** Hands over every answer that is still due. */
    void flush() {
        if (!handful.isEmpty()) {
            judge();
        }
        while (!waiting.isEmpty()) {
            answer(waiting.remove());
        }
        out.flush();
    }

    /** What was answered before a failure has been answered. */
    @Override
    public void close() {
        out.flush();
        workers.shutdownNow();
    }

    private void judge() {
        List<byte[]> together = handful;
        handful = new ArrayList<>();
        waiting.add(workers.submit(() -> answers.of(together)));
        if (waiting.size() >= MOST_AT_A_TIME) {
            answer(waiting.remove());
        }
    }

    private void answer(Future<List<Supplier<String>>> together) {
        try {
            for (Supplier<String> line : together.get()) {
                out.print(line.get());
                out.print('\n');
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a line could not be judged", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
