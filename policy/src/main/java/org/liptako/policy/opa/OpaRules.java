package org.liptako.policy.opa;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Role;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsWriter;
import org.liptako.policy.rules.RuleSet;

/**
 * Knows what to tell OPA and what to ask it. A rule set goes in under its digest by one request, which OPA does wholly or not at all; a question
 * names the digest, and the answer names the digest that was found with the rules. Thread-safe.
 */
public final class OpaRules {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final OpaClient client;
    private final JudgeModule module = JudgeModule.CURRENT;

    public OpaRules(OpaClient client) {
        this.client = client;
    }

    /**
     * Makes OPA ready to judge under a rule set, beside any that it has.
     *
     * @throws OpaException if it could not be done, or if OPA asks for no token although we have one
     */
    public void load(RuleSet rules) {
        client.mustBeClosedToStrangers();
        client.putPolicy(module.policy(), module.text());
        client.putData(module.data(rules.digest()), json(rules));
    }

    /** Takes a rule set that is no longer judged by out of OPA. */
    public void forget(String ruleSetDigest) {
        client.deleteData(module.data(ruleSetDigest));
    }

    /**
     * Asks for a decision under exactly this rule set.
     *
     * @return empty if OPA does not have that rule set, or answers under another: it must be loaded again
     * @throws OpaException if OPA did not answer, or not as it should
     */
    public Optional<Decision> judge(String ruleSetDigest, FactsWriter writer, Facts facts, Set<Role> roles) {
        byte[] answer = client.query(module.question(), question(ruleSetDigest, writer, facts, roles));
        return decision(ruleSetDigest, answer);
    }

    /** The decision that an answer gives under this rule set; empty if it is none, or under another. */
    Optional<Decision> decision(String ruleSetDigest, byte[] answer) {
        return result(answer)
                .filter(result ->
                        result.set().equals(ruleSetDigest) && result.module().equals(module.digest()))
                .map(OpaAnswer::decision);
    }

    /** Without a result, the question is undefined there: neither the module nor the rule set may be presumed. */
    private static Optional<OpaAnswer> result(byte[] answer) {
        try {
            OpaAnswer.Envelope envelope = MAPPER.readValue(answer, OpaAnswer.Envelope.class);
            return envelope == null ? Optional.empty() : Optional.ofNullable(envelope.result());
        } catch (IOException malformed) {
            throw new OpaException(
                    "OPA's answer is no decision: " + malformed.getMessage() + ". Start it again.", malformed);
        }
    }

    /** Version of what judges: a part of every decision's identity. */
    String version() {
        return "rego-" + module.digest();
    }

    /** The data of a rule set as OPA gets it. */
    byte[] json(RuleSet rules) {
        try {
            return MAPPER.writeValueAsBytes(OpaRuleSets.data(rules));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] question(String digest, FactsWriter writer, Facts facts, Set<Role> roles) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeFieldName("input");
            writeInput(json, digest, writer, facts, roles);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The facts document as section 1 has it, and beside it, under keys that no fact can have, what is asked of it. */
    static void writeInput(JsonGenerator json, String digest, FactsWriter writer, Facts facts, Set<Role> roles)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("@set", digest);
        json.writeArrayFieldStart("@roles");
        for (Role role : roles) {
            json.writeString(role.name());
        }
        json.writeEndArray();
        writer.writeFields(json, facts);
        json.writeEndObject();
    }
}
