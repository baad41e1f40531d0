package org.liptako.policy.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Writes facts as a document again, in one normal form: unknown facts are absent, {@code at} comes first and in UTC,
 * keys are sorted, sets in the vocabulary's order without repeats. Thread-safe.
 */
public final class FactsWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final FactTree.Group tree;

    public FactsWriter(Vocabulary vocabulary) {
        this.tree = FactTree.of(vocabulary);
    }

    /** The document as one line of text, which can be read again. */
    public String write(Facts facts) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            writeFields(json, facts);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to take text", e);
        }
        return text.toString();
    }

    /** The keys and values of the document, into an object that may hold more, such as the question that OPA is asked. */
    public void writeFields(JsonGenerator json, Facts facts) throws IOException {
        writeInstant(json, facts);
        writeGroup(json, facts, tree);
    }

    private static void writeInstant(JsonGenerator json, Facts facts) throws IOException {
        json.writeStringField("at", DateTimeFormatter.ISO_INSTANT.format(facts.at()));
    }

    private static void writeGroup(JsonGenerator json, Facts facts, FactTree.Group group) throws IOException {
        for (Map.Entry<String, FactTree> entry : group.children().entrySet()) {
            if (isKnown(facts, entry.getValue())) {
                json.writeFieldName(entry.getKey());
                switch (entry.getValue()) {
                    case FactTree.Leaf leaf -> writeValue(json, facts, leaf.fact());
                    case FactTree.Group inner -> {
                        json.writeStartObject();
                        writeGroup(json, facts, inner);
                        json.writeEndObject();
                    }
                }
            }
        }
    }

    private static boolean isKnown(Facts facts, FactTree entry) {
        return switch (entry) {
            case FactTree.Leaf leaf -> facts.isKnown(leaf.fact());
            case FactTree.Group group -> group.children().values().stream().anyMatch(inner -> isKnown(facts, inner));
        };
    }

    private static void writeValue(JsonGenerator json, Facts facts, Fact fact) throws IOException {
        long bits = facts.bits(fact);
        switch (fact.type()) {
            case ENUM, ORDERED -> json.writeString(fact.words().get((int) bits).code());
            case SET -> {
                json.writeStartArray();
                for (String code : facts.codes(fact)) {
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
