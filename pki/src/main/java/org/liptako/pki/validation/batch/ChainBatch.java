package org.liptako.pki.validation.batch;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.liptako.pki.name.Zone;
import org.liptako.pki.validation.Rfc5280Question;
import org.liptako.pki.validation.Validation;

/**
 * Judges a stream of chains: JSON lines in, JSON lines out in the same order, on all cores, in bounded memory.
 *
 * <p>Whatever a line's certificates are, the line is answered; only a line that is no case at all ends the batch.
 */
public final class ChainBatch {
    /** Characters of the longest line: room for lists of the largest size, and for a hostile bag. */
    public static final int MAX_LINE = 32 * 1024 * 1024;

    private static final long NANOS_PER_MICRO = 1000;

    /** About a second on one core. */
    private static final int WARM_UP_ROUNDS = 20;

    private final CaseJudge judge;
    private final ObjectMapper json = new ObjectMapper();
    private final int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);

    public ChainBatch(BatchProfile profile, Zone zone) {
        this.judge = new CaseJudge(profile, zone);
    }

    /**
     * Judges a few good chains of all kinds of keys again and again, so that the first real one does not pay for Java's
     * late compilation.
     */
    public void warmUp() throws IOException, InterruptedException {
        try (InputStream resource = requireNonNull(ChainBatch.class.getResourceAsStream("warm-up.jsonl"))) {
            String lines = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            run(new BufferedReader(new StringReader(lines.repeat(WARM_UP_ROUNDS))), Writer.nullWriter());
        } catch (MalformedLineException e) {
            throw new IllegalStateException("The chains for warming up do not parse.", e);
        }
    }

    /**
     * Answers every line, blank ones left out.
     *
     * @throws MalformedLineException at the first line that is no case, once all lines before it are answered
     * @throws IOException if reading or writing fails
     */
    public void run(BufferedReader lines, Writer answers)
            throws IOException, MalformedLineException, InterruptedException {
        Deque<Future<String>> pending = new ArrayDeque<>();
        BoundedLines bounded = new BoundedLines(lines, MAX_LINE);
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            try {
                for (Optional<String> line = bounded.next(); line.isPresent(); line = bounded.next()) {
                    String text = line.get();
                    long number = bounded.number();
                    if (!text.isBlank()) {
                        pending.add(workers.submit(() -> answer(text, number)));
                    }
                    // With nothing more to read at once, whoever waits gets all answers now.
                    write(pending, bounded.isReady() ? 2 * threads : 0, answers);
                }
            } finally {
                write(pending, 0, answers);
            }
        }
    }

    private static void write(Deque<Future<String>> pending, int most, Writer answers)
            throws IOException, MalformedLineException, InterruptedException {
        while (pending.size() > most) {
            try {
                answers.write(pending.remove().get());
                answers.write('\n');
            } catch (ExecutionException e) {
                pending.forEach(rest -> rest.cancel(false));
                pending.clear();
                if (e.getCause() instanceof MalformedLineException malformed) {
                    throw malformed;
                }
                throw new IllegalStateException("A chain could not be judged.", e.getCause());
            }
        }
        if (most == 0) {
            answers.flush();
        }
    }

    private String answer(String line, long number) throws IOException, MalformedLineException {
        BatchCase given = CaseReader.parse(line, number);
        long start = System.nanoTime();
        Rfc5280Question question = CaseReader.question(given, number);
        Optional<Validation.Rejected> refusal = judge.refusal(question);
        long micros = (System.nanoTime() - start) / NANOS_PER_MICRO;
        return json.writeValueAsString(new BatchVerdict(
                given.id(),
                refusal.isEmpty() ? "ACCEPT" : "REJECT",
                refusal.map(Validation.Rejected::toString).orElse("VALID"),
                micros));
    }
}
