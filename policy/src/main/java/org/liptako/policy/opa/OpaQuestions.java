package org.liptako.policy.opa;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.liptako.policy.decision.Role;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsWriter;

/** Questions as OPA gets them: the facts document as section 1 has it, and beside it, under keys that no fact can have, what is asked of it. */
final class OpaQuestions {
    /** Where a question names its rule set. */
    static final String SET = "@set";

    private static final JsonFactory JSON = new JsonFactory();

    private OpaQuestions() {}

    /** A document, and the roles in which it is to be judged. */
    record Asked(Facts facts, Set<Role> roles) {}

    static byte[] one(String ruleSetDigest, FactsWriter writer, Asked asked) {
        return input(json -> write(json, ruleSetDigest, writer, asked));
    }

    static byte[] many(String ruleSetDigest, FactsWriter writer, List<Asked> documents) {
        return input(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("@questions");
            for (Asked asked : documents) {
                write(json, ruleSetDigest, writer, asked);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    @FunctionalInterface
    private interface Input {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] input(Input input) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeFieldName("input");
            input.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, String ruleSetDigest, FactsWriter writer, Asked asked)
            throws IOException {
        json.writeStartObject();
        json.writeStringField(SET, ruleSetDigest);
        json.writeArrayFieldStart("@roles");
        for (Role role : asked.roles()) {
            json.writeString(role.name());
        }
        json.writeEndArray();
        writer.writeFields(json, asked.facts());
        json.writeEndObject();
    }
}
