package org.liptako.node.cli.demo.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.ReadEntriesRequest;
import org.liptako.journal.v1.ReadEntriesResponse;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;

/** The journals as each State's regulator reads them. */
final class Journals {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Scene scene;

    Journals(Scene scene) {
        this.scene = scene;
    }

    /** The entry of a kind that a State's journal has about a grant. */
    Optional<JsonNode> entry(Place place, String type, String grant) {
        return payloads(place).stream()
                .filter(entry -> entry.path("type").asText().equals(type))
                .filter(entry -> entry.path("grant").asText().equals(grant)
                        || entry.path("serial").asText().equals(grant))
                .findFirst();
    }

    private List<JsonNode> payloads(Place place) {
        return scene.people().ask(Person.REGULATOR, place, node -> {
            var payloads = new ArrayList<JsonNode>();
            node.service(JournalServiceGrpc::newBlockingStub)
                    .readEntries(ReadEntriesRequest.getDefaultInstance())
                    .forEachRemaining(read -> payload(read).ifPresent(payloads::add));
            return payloads;
        });
    }

    private static Optional<JsonNode> payload(ReadEntriesResponse read) {
        if (!read.hasEntry()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(read.getEntry().getPayload().newInput()));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
