package org.liptako.policy.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Writes facts as a document again, in one normal form: unknown facts are absent, groups and keys sorted, sets in the
 * vocabulary's order without repeats, {@code at} in UTC. What it writes can be read again, {@link #writeInput} apart.
 * Thread-safe.
 */
public final class FactsWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Object> tree = new TreeMap<>(CodePoints.ORDER);

    public FactsWriter(Vocabulary vocabulary) {
        for (Fact fact : vocabulary.facts()) {
            graft(tree, fact.code(), fact);
        }
    }

    /** The document as one line of text. */
    public String write(Facts facts) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("at", DateTimeFormatter.ISO_INSTANT.format(facts.at()));
            writeGroup(json, facts, tree);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to take text", e);
        }
        return text.toString();
    }

    /**
     * The document as OPA gets it: {@code at_second} beside {@code at}, the whole second of it since 1970, floored. Rules
     * change at whole seconds only, so comparing seconds answers as comparing instants does.
     */
    public void writeInput(JsonGenerator json, Facts facts) throws IOException {
        json.writeStartObject();
        json.writeStringField("at", DateTimeFormatter.ISO_INSTANT.format(facts.at()));
        json.writeNumberField("at_second", facts.atSecond());
        writeGroup(json, facts, tree);
        json.writeEndObject();
    }

    @SuppressWarnings("unchecked")
    private static void graft(Map<String, Object> group, String code, Fact fact) {
        int dot = code.indexOf('.');
        if (dot < 0) {
            group.put(code, fact);
        } else {
            Object inner = group.computeIfAbsent(code.substring(0, dot), key -> new TreeMap<>(CodePoints.ORDER));
            graft((Map<String, Object>) inner, code.substring(dot + 1), fact);
        }
    }

    private static boolean isKnown(Facts facts, Object entry) {
        return entry instanceof Fact fact
                ? facts.isKnown(fact)
                : ((Map<?, ?>) entry).values().stream().anyMatch(inner -> inner != null && isKnown(facts, inner));
    }

    private static void writeGroup(JsonGenerator json, Facts facts, Map<?, ?> group) throws IOException {
        for (Map.Entry<?, ?> entry : group.entrySet()) {
            Object value = entry.getValue();
            if (!isKnown(facts, value)) {
                continue;
            }
            json.writeFieldName((String) entry.getKey());
            if (value instanceof Fact fact) {
                writeValue(json, facts, fact);
            } else {
                json.writeStartObject();
                writeGroup(json, facts, (Map<?, ?>) value);
                json.writeEndObject();
            }
        }
    }

    private static void writeValue(JsonGenerator json, Facts facts, Fact fact) throws IOException {
        long bits = facts.bits(fact);
        switch (fact.type()) {
            case ENUM, ORDERED -> json.writeString(fact.words().get((int) bits).code());
            case SET -> {
                List<String> codes = facts.codes(fact);
                json.writeStartArray();
                for (String code : codes) {
                    json.writeString(code);
                }
                json.writeEndArray();
            }
            case BOOLEAN -> json.writeBoolean(bits != 0);
            case COUNTRY -> json.writeString(Countries.unpack(bits));
            case INTEGER -> json.writeNumber(bits);
            case IDENTIFIER -> json.writeString(facts.text(fact));
        }
    }
}
