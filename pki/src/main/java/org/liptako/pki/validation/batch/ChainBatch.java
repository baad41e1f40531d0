package org.liptako.pki.validation.batch;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.Zone;
import org.liptako.pki.validation.RejectionReason;
import org.liptako.pki.validation.Validation;

/**
 * Judges a stream of chains: JSON lines in, JSON lines out in the same order, on all cores, in bounded memory.
 *
 * <p>Whatever a line's certificates are, and even where it is no case at all, a line is answered: one that cannot be read is
 * refused, and told of when all are answered.
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
     * Judges a few good chains of all kinds of keys, one with lists, policies and constraints, again and again, so that the first real one does not pay for Java's
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
     * @throws MalformedLineException of the first line that is no case, once all lines are answered
     * @throws IOException if reading or writing fails
     */
    public void run(BufferedReader lines, Writer answers)
            throws IOException, MalformedLineException, InterruptedException {
        Deque<Future<Answer>> pending = new ArrayDeque<>();
        Optional<MalformedLineException> first = Optional.empty();
        BoundedLines bounded = new BoundedLines(lines, MAX_LINE);
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            for (Optional<String> line = bounded.next(); line.isPresent(); line = bounded.next()) {
                String text = line.get();
                long number = bounded.number();
                if (!text.isBlank()) {
                    pending.add(workers.submit(() -> answer(text, number)));
                }
                // With nothing more to read at once, whoever waits gets all answers now.
                int most = bounded.isReady() ? 2 * threads : 0;
                Optional<MalformedLineException> met = write(pending, most, answers);
                first = first.or(() -> met);
            }
            Optional<MalformedLineException> met = write(pending, 0, answers);
            first = first.or(() -> met);
        }
        if (first.isPresent()) {
            throw first.get();
        }
    }

    /** Writes answers until no more than so many are left; of those written, the first line that was no case. */
    private static Optional<MalformedLineException> write(Deque<Future<Answer>> pending, int most, Writer answers)
            throws IOException, InterruptedException {
        Optional<MalformedLineException> first = Optional.empty();
        while (pending.size() > most) {
            try {
                Answer answer = pending.remove().get();
                answers.write(answer.json());
                answers.write('\n');
                first = first.or(answer::fault);
            } catch (ExecutionException e) {
                throw new IllegalStateException("A chain could not be judged.", e.getCause());
            }
        }
        if (most == 0) {
            answers.flush();
        }
        return first;
    }

    /** What is written, and why the line was no case, if it was none. */
    private record Answer(String json, Optional<MalformedLineException> fault) {}

    private Answer answer(String line, long number) throws IOException {
        long start = System.nanoTime();
        try {
            if (line.length() > MAX_LINE) {
                throw new MalformedLineException(number, LineFault.TOO_LONG);
            }
            BatchCase given = CaseReader.parse(line, number);
            start = System.nanoTime();
            Optional<Validation.Rejected> refusal = judge.refusal(CaseReader.question(given, number));
            return new Answer(verdict(given.id(), refusal, start), Optional.empty());
        } catch (MalformedLineException malformed) {
            Validation.Rejected refusal = new Validation.Rejected(
                    RejectionReason.MALFORMED,
                    "no case: expected " + malformed.fault().english());
            return new Answer(verdict(CaseReader.idOf(line), Optional.of(refusal), start), Optional.of(malformed));
        }
    }

    private String verdict(@Nullable JsonNode id, Optional<Validation.Rejected> refusal, long start)
            throws IOException {
        return json.writeValueAsString(new BatchVerdict(
                id,
                refusal.isEmpty() ? "ACCEPT" : "REJECT",
                refusal.map(Validation.Rejected::toString).orElse("VALID"),
                (System.nanoTime() - start) / NANOS_PER_MICRO));
    }
}
