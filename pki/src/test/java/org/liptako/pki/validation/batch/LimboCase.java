package org.liptako.pki.validation.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** One case of the C2SP x509-limbo suite (Apache-2.0), and the line that asks our command about it. */
record LimboCase(String id, boolean expectsAcceptance, String line) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Cases without a time of their own are judged on this day: their certificates are valid for centuries. */
    private static final String TODAY = "2026-11-21T10:00:00Z";

    static List<LimboCase> all() {
        try (InputStream resource = LimboCase.class.getResourceAsStream("/x509-limbo/limbo.json")) {
            List<LimboCase> cases = new ArrayList<>();
            for (JsonNode each : JSON.readTree(resource).path("testcases")) {
                cases.add(of(each));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part of the suite that a case belongs to. */
    String group() {
        int last = id.lastIndexOf("::");
        return id.substring(0, last);
    }

    private static LimboCase of(JsonNode told) throws IOException {
        ObjectNode line = JSON.createObjectNode();
        line.set("id", told.get("id"));
        ArrayNode chain = line.putArray("chain");
        chain.add(base64(told.get("peer_certificate")));
        told.path("untrusted_intermediates").forEach(pem -> chain.add(base64(pem)));
        ArrayNode roots = line.putArray("roots");
        told.path("trusted_certs").forEach(pem -> roots.add(base64(pem)));
        line.put("time", told.path("validation_time").asText(TODAY));
        line.put("purpose", told.path("validation_kind").asText().equals("SERVER") ? "serverAuth" : "clientAuth");
        JsonNode peer = told.path("expected_peer_name");
        if (!peer.path("kind").asText().isEmpty() && !peer.path("kind").asText().equals("RFC822")) {
            line.set("peerName", peer.get("value"));
        }
        if (told.path("max_chain_depth").isInt()) {
            line.set("maxDepth", told.get("max_chain_depth"));
        }
        line.set("keyUsage", told.path("key_usage"));
        if (!told.path("crls").isEmpty()) {
            ArrayNode lists = line.putArray("crls");
            told.path("crls").forEach(pem -> lists.add(base64(pem)));
            line.put("revocation", "crl");
        }
        return new LimboCase(
                told.get("id").asText(),
                told.get("expected_result").asText().equals("SUCCESS"),
                JSON.writeValueAsString(line));
    }

    private static String base64(JsonNode pem) {
        return pem.asText().replaceAll("-----[A-Z0-9 ]+-----", "").replaceAll("\\s", "");
    }
}
