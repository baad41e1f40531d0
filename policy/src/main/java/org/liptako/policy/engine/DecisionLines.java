package org.liptako.policy.engine;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.liptako.policy.decision.DecisionDocuments;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Answers a stream of facts documents, one a line, by one line each, in order: the decision document, or {@code {"error": {"fact", "message"}}}
 * for a document that is rejected (section 5). Lines that have arrived are judged side by side, and are answered before more are waited for, so
 * that a caller may also ask line by line.
 */
public final class DecisionLines {
    private static final int MOST_AT_ONCE = 256;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final PolicyEngine engine;
    private final FactsReader reader;
    private final Function<Bilingual, String> language;

    /**
     * Lines answered by an engine.
     *
     * @param vocabulary of the engine's rule set
     * @param language in which a rejected document's message is written
     */
    public DecisionLines(PolicyEngine engine, Vocabulary vocabulary, Function<Bilingual, String> language) {
        this.engine = engine;
        this.reader = new FactsReader(vocabulary);
        this.language = language;
    }

    /** The error document; its keys are in canonical order. */
    private record Rejection(Cause error) {
        record Cause(String fact, String message) {}
    }

    /**
     * Answers every line until the input ends. Neither stream is closed.
     *
     * @throws UndecidedException if the engine has no answer to a line; the lines before it have been answered
     */
    public void answer(InputStream documents, OutputStream decisions) throws IOException {
        InputStream in = new BufferedInputStream(documents, 1 << 16);
        OutputStream out = new BufferedOutputStream(decisions, 1 << 16);
        LineReader lines = new LineReader(in, FactsReader.MOST_BYTES);
        try {
            for (List<byte[]> batch = batch(in, lines); !batch.isEmpty(); batch = batch(in, lines)) {
                for (Supplier<byte[]> answer :
                        batch.parallelStream().map(this::answer).toList()) {
                    out.write(answer.get());
                    out.write('\n');
                }
                out.flush();
            }
        } finally {
            out.flush();
        }
    }

    /** A line to write; that there is none is thrown only when its turn comes, so that the lines before it are answered. */
    private Supplier<byte[]> answer(byte[] line) {
        try {
            return switch (engine.judge(reader.read(line))) {
                case Judgement.Decided decided -> () -> DecisionDocuments.bytes(decided.decision());
                case Judgement.Undecided undecided ->
                    () -> {
                        throw new UndecidedException(undecided);
                    };
            };
        } catch (FactsException rejected) {
            return () -> rejection(rejected);
        }
    }

    private byte[] rejection(FactsException rejected) {
        try {
            return MAPPER.writeValueAsBytes(
                    new Rejection(new Rejection.Cause(rejected.fact(), language.apply(rejected.wording()))));
        } catch (IOException impossible) {
            throw new IllegalStateException("an error document can always be written", impossible);
        }
    }

    /** At least one line if there is one, and as many more as have arrived. */
    private static List<byte[]> batch(InputStream in, LineReader lines) throws IOException {
        List<byte[]> batch = new ArrayList<>();
        do {
            byte[] line = lines.next();
            if (line == null) {
                return batch;
            }
            batch.add(line);
        } while (batch.size() < MOST_AT_ONCE && in.available() > 0);
        return batch;
    }
}
