package org.liptako.node.cli.rules;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.liptako.node.cli.CommandFailure;

/** Judges several lines at a time, since an engine behind a socket is mostly waited for, and answers them in their order. */
final class AnswerQueue implements AutoCloseable {
    private static final int MOST_AT_A_TIME = 16;

    private final DecisionLine answers;
    private final PrintWriter out;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Future<String>> waiting = new ArrayDeque<>();

    AnswerQueue(DecisionLine answers, PrintWriter out) {
        this.answers = answers;
        this.out = out;
    }

    /** Takes a line; returns once there is room for another. */
    void ask(byte[] document) {
        waiting.add(workers.submit(() -> answers.of(document)));
        if (waiting.size() >= MOST_AT_A_TIME) {
            answer(waiting.remove());
        }
    }

    /** Hands over every answer that is still due. */
    void flush() {
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

    private void answer(Future<String> answer) {
        try {
            out.print(answer.get());
            out.print('\n');
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof CommandFailure said) {
                throw said;
            }
            throw new IllegalStateException("a line could not be judged", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
