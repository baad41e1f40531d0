package org.liptako.policy.edition;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.rules.Jurisdiction;

/**
 * The bytes of an edition: JSON that a person can read before signing it, in one form only.
 *
 * <p>What is read is written again and must come out the same, byte for byte: so an edition has one digest, and nothing in a signed document is passed over.
 */
public final class EditionCodec {
    /** The largest document: it travels in one message of 4 MiB, beside its signatures. */
    public static final int MAX_BYTES = 3 << 20;

    private static final String FORMAT = "liptako/edition/v1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private EditionCodec() {}

    /** The one document of this edition, in UTF-8, ended by a line feed. */
    public static byte[] encode(RuleEdition edition) {
        ObjectNode document = MAPPER.createObjectNode();
        document.put("format", FORMAT);
        document.put("jurisdiction", edition.jurisdiction().name());
        document.put("version", edition.version());
        document.put("previous", edition.previousDigest());
        document.put("act", edition.act().name());
        document.put("restores", edition.restored());
        document.put("issued_at", edition.issuedAt().toString());
        document.put("in_force_from", edition.inForceFrom().toString());
        document.put("vocabulary", edition.vocabulary());
        write(document.putArray("files"), edition.files());
        write(document.putArray("annexes"), edition.annexes());
        edition.impact().ifPresent(impact -> write(document.putObject("impact"), impact));
        try {
            return (writer().writeValueAsString(document) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an edition always has a JSON form", e);
        }
    }

    /**
     * Reads an edition.
     *
     * @throws EditionFormatException unless these are the bytes of {@link #encode} for some edition
     */
    public static RuleEdition decode(byte[] document) throws EditionFormatException {
        if (document.length > MAX_BYTES) {
            throw new EditionFormatException("larger than " + MAX_BYTES + " bytes", null);
        }
        try {
            RuleEdition edition = edition(MAPPER.readTree(document));
            if (!Arrays.equals(encode(edition), document)) {
                throw new EditionFormatException("not in the one form that an edition is written in", null);
            }
            return edition;
        } catch (JsonProcessingException e) {
            throw new EditionFormatException("not a JSON document: " + e.getOriginalMessage(), e);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new EditionFormatException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void write(ArrayNode list, List<EditionFile> files) {
        for (EditionFile file : files) {
            list.addObject()
                    .put("path", file.path())
                    .put("sha256", file.sha256())
                    .put("bytes", file.bytes());
        }
    }

    private static void write(ObjectNode node, EditionImpact impact) {
        node.put("copies", impact.copies())
                .put("unlawful", impact.unlawful())
                .put("undecided", impact.undecided())
                .put("lawful", impact.lawful())
                .put("to_move_gb", impact.toMoveGb());
    }

    /** A new one for each document: a pretty printer keeps the depth it is at. */
    private static ObjectWriter writer() {
        return MAPPER.writer(
                new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));
    }

    private static RuleEdition edition(JsonNode document) {
        if (!text(document, "format").equals(FORMAT)) {
            throw new IllegalArgumentException("another format than " + FORMAT);
        }
        return new RuleEdition(
                Jurisdiction.of(text(document, "jurisdiction"))
                        .orElseThrow(() -> new IllegalArgumentException("a jurisdiction that there is not")),
                number(document, "version"),
                isNull(document, "previous") ? null : text(document, "previous"),
                EditionAct.valueOf(text(document, "act")),
                isNull(document, "restores") ? null : number(document, "restores"),
                Instant.parse(text(document, "issued_at")),
                Instant.parse(text(document, "in_force_from")),
                text(document, "vocabulary"),
                files(document, "files"),
                files(document, "annexes"),
                document.has("impact") ? impact(member(document, "impact")) : null);
    }

    private static EditionImpact impact(JsonNode node) {
        return new EditionImpact(
                number(node, "copies"),
                number(node, "unlawful"),
                number(node, "undecided"),
                number(node, "lawful"),
                number(node, "to_move_gb"));
    }

    private static List<EditionFile> files(JsonNode document, String key) {
        List<EditionFile> files = new ArrayList<>();
        for (JsonNode file : member(document, key)) {
            files.add(new EditionFile(text(file, "path"), text(file, "sha256"), number(file, "bytes")));
        }
        return files;
    }

    private static boolean isNull(JsonNode document, String key) {
        return member(document, key).isNull();
    }

    private static String text(JsonNode document, String key) {
        JsonNode member = member(document, key);
        if (!member.isTextual()) {
            throw new IllegalArgumentException(key + " is not a text");
        }
        return member.textValue();
    }

    private static long number(JsonNode document, String key) {
        JsonNode member = member(document, key);
        if (!member.isIntegralNumber() || !member.canConvertToLong()) {
            throw new IllegalArgumentException(key + " is not a number");
        }
        return member.longValue();
    }

    private static JsonNode member(@Nullable JsonNode document, String key) {
        JsonNode member = document == null ? null : document.get(key);
        if (member == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return member;
    }
}
