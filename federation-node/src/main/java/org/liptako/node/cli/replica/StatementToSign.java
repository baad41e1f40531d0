package org.liptako.node.cli.replica;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liptako.exchange.v1.ErasureLookup;
import org.liptako.node.cli.CommandFailure;

/** A statement that a node has drawn up: nobody signs words that they have not said. */
final class StatementToSign {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> FIELDS =
            Set.of("format", "grant", "dataset", "site", "erasure", "lookups", "name", "at");

    private final JsonNode statement;

    StatementToSign(byte[] document) {
        try {
            this.statement = JSON.readTree(document);
        } catch (IOException e) {
            throw other();
        }
    }

    /** @throws CommandFailure unless it says this and nothing else of it */
    void mustSay(String grant, List<ErasureLookup> lookups, String name) {
        JsonNode said = statement.path("lookups");
        boolean same = statement.properties().stream().map(Map.Entry::getKey).allMatch(FIELDS::contains)
                && text(statement, "grant").equals(grant)
                && text(statement, "name").equals(name)
                && said.size() == lookups.size();
        for (int at = 0; same && at < lookups.size(); at++) {
            same = isSaid(said.path(at), lookups.get(at));
        }
        if (!same) {
            throw other();
        }
    }

    private static boolean isSaid(JsonNode said, ErasureLookup lookup) {
        return lookup.getMedium().name().equals("ERASURE_MEDIUM_" + text(said, "medium"))
                && text(said, "lookedAt").equals(lookup.getLookedAt())
                && text(said, "found").equals(lookup.getFound())
                && text(said, "done").equals(lookup.getDone())
                && text(said, "by").equals(lookup.getBy());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static CommandFailure other() {
        return CommandFailure.refused(
                "le nœud a établi une autre déclaration que la vôtre ; rien n'a été signé.",
                "the node has drawn up another statement than yours; nothing was signed.");
    }
}
