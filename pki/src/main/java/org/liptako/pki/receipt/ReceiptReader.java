package org.liptako.pki.receipt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.trust.PublishedList;
import org.liptako.pki.trust.SignedTrustState;

/** From a file's bytes to a receipt. What is not in the one form that it has is refused, with the field; believing it is {@link ReceiptVerifier}'s. */
final class ReceiptReader {
    private static final int MOST_PATH = 63;
    private static final int MOST_DEPTH = 8;
    private static final Pattern LIST_PLACE = Pattern.compile("/([0-9]+)");

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxStringLength(Receipt.MOST_BYTES)
                            .maxNumberLength(19)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ReceiptReader() {}

    static Receipt read(byte[] file) throws ReceiptException {
        if (file.length > Receipt.MOST_BYTES) {
            throw ReceiptException.unreadable(
                    "format",
                    "Le fichier a " + file.length + " octets, un reçu au plus " + Receipt.MOST_BYTES + ".",
                    "The file has " + file.length + " bytes, and a receipt at most " + Receipt.MOST_BYTES + ".");
        }
        try {
            return parsed(file);
        } catch (ReceiptException e) {
            // What a parser stumbles over may lie behind what was altered.
            String text = new String(file, StandardCharsets.UTF_8);
            throw FileLines.fault(text).map(e::at).orElse(e);
        }
    }

    private static Receipt parsed(byte[] file) throws ReceiptException {
        Receipt receipt = receipt(tree(file));
        if (!Arrays.equals(receipt.toBytes(), file)) {
            String field = receipt.bodyText().fieldOf(receipt.seal(), new String(file, StandardCharsets.UTF_8));
            throw ReceiptException.refused(
                    field.isEmpty() ? "format" : field,
                    "Un reçu n'a qu'une écriture, et celle-ci en est une autre : demandez une autre copie du fichier.",
                    "A receipt is written in one way, and this is another: ask for another copy of the file.");
        }
        return receipt;
    }

    private static JsonNode tree(byte[] file) throws ReceiptException {
        try (JsonParser parser = JSON.createParser(file)) {
            try {
                return JSON.readTree(parser);
            } catch (JsonProcessingException e) {
                throw noJson(parser, e.getLocation());
            }
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory cannot be read.", e);
        }
    }

    private static ReceiptException noJson(JsonParser parser, @Nullable JsonLocation at) {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        String field = LIST_PLACE.matcher(pointer).replaceAll("[$1]").replace('/', '.');
        String place = at == null ? "" : at.getLineNr() + ":" + at.getColumnNr();
        return ReceiptException.unreadable(
                field.isEmpty() ? "format" : Plain.line(field.substring(1)),
                "Le fichier n'est pas un document JSON entier (" + place
                        + ") : il est tronqué ou modifié, demandez-en une autre copie.",
                "The file is no whole JSON document (" + place
                        + "): it is cut short or altered, ask for another copy.");
    }

    private static Receipt receipt(JsonNode tree) throws ReceiptException {
        if (tree == null
                || !tree.isObject()
                || !tree.path("format").isTextual()
                || !tree.get("format").textValue().equals(Receipt.FORMAT)) {
            throw ReceiptException.unreadable(
                    "format",
                    "Ce fichier n'est pas un reçu de la forme " + Receipt.FORMAT + ".",
                    "This file is no receipt of the form " + Receipt.FORMAT + ".");
        }
        FieldReader fields = new FieldReader(
                tree,
                "",
                Set.of("format", "kind", "madeAt", "question", "journals", "entries", "trust", "lists", "seal"));
        ReceiptKind kind = ReceiptKind.ofName(fields.text("kind"))
                .orElseThrow(() -> ReceiptException.refused(
                        "kind",
                        "Ce champ devrait être COPY, REFUSAL, ERASURE ou STATE.",
                        "This field should be COPY, REFUSAL, ERASURE or STATE."));
        ReceiptBody body = new ReceiptBody(
                kind,
                fields.time("madeAt"),
                question(kind, tree, fields),
                journals(fields),
                entries(fields),
                trust(fields),
                lists(tree, fields));
        ReceiptText text = ReceiptText.of(body);
        return new Receipt(body, text, seal(fields, text.digests().keySet()));
    }

    private static @Nullable ReceiptQuestion question(ReceiptKind kind, JsonNode tree, FieldReader fields)
            throws ReceiptException {
        if (!kind.isAsked()) {
            if (tree.has("question")) {
                throw ReceiptException.refused(
                        "question",
                        "Un reçu de cette sorte ne répond à aucune question.",
                        "A receipt of this kind answers no question.");
            }
            return null;
        }
        FieldReader question = new FieldReader(fields.any("question"), "question.", Set.of("dataset", "at"));
        return new ReceiptQuestion(question.text("dataset"), question.time("at"));
    }

    private static List<ReceiptJournal> journals(FieldReader fields) throws ReceiptException {
        List<ReceiptJournal> journals = new ArrayList<>();
        for (JsonNode item : fields.list("journals", 1, State.values().length)) {
            String path = "journals[" + journals.size() + "].";
            FieldReader journal = new FieldReader(item, path, Set.of("state", "witnesses", "checkpoint"));
            State state = journal.state("state");
            int witnesses = (int) journal.number("witnesses", State.values().length - 1L);
            journals.add(new ReceiptJournal(state, witnesses, note(journal.text("checkpoint"), path + "checkpoint")));
        }
        return journals;
    }

    private static SignedNote note(String text, String field) throws ReceiptException {
        try {
            return SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedLogException e) {
            throw ReceiptException.refused(
                    field,
                    "Ce champ n'est pas un point de contrôle signé (C2SP signed-note) : " + e.french(),
                    "This field is no signed checkpoint (C2SP signed-note): " + e.english());
        }
    }

    private static List<ReceiptEntry> entries(FieldReader fields) throws ReceiptException {
        List<ReceiptEntry> entries = new ArrayList<>();
        for (JsonNode item : fields.list("entries", 0, ReceiptBody.MOST_ENTRIES)) {
            String path = "entries[" + entries.size() + "].";
            FieldReader entry = new FieldReader(item, path, Set.of("state", "index", "salt", "payload", "path"));
            List<Digest> siblings = new ArrayList<>();
            for (String hash : entry.texts("path", 0, MOST_PATH)) {
                siblings.add(entry.digest("path", hash));
            }
            entries.add(new ReceiptEntry(
                    entry.state("state"),
                    entry.number("index", Long.MAX_VALUE),
                    entry.salt("salt"),
                    entry.text("payload"),
                    siblings));
        }
        return entries;
    }

    private static List<SignedTrustState> trust(FieldReader fields) throws ReceiptException {
        List<SignedTrustState> states = new ArrayList<>();
        for (JsonNode item : fields.list("trust", 1, ReceiptBody.MOST_TRUST_STATES)) {
            FieldReader state = new FieldReader(item, "trust[" + states.size() + "].", Set.of("content", "signatures"));
            states.add(new SignedTrustState(
                    state.base64("content", state.text("content")),
                    state.base64("signatures", state.text("signatures"))));
        }
        return states;
    }

    /** A receipt of before there were lists has no such field; whoever takes it out leaves its digests behind. */
    private static List<PublishedList> lists(JsonNode tree, FieldReader fields) throws ReceiptException {
        if (!tree.has("lists") && !tree.path("seal").path("digests").has("lists[0].list")) {
            return List.of();
        }
        List<PublishedList> lists = new ArrayList<>();
        int bytes = 0;
        for (JsonNode item : fields.list("lists", 1, ReceiptBody.MOST_LISTS)) {
            FieldReader list = new FieldReader(item, "lists[" + lists.size() + "].", Set.of("list", "issuer"));
            lists.add(new PublishedList(
                    list.base64("list", list.text("list")), list.base64("issuer", list.text("issuer"))));
            bytes += lists.getLast().listLength();
        }
        if (bytes > ReceiptBody.MOST_LIST_BYTES) {
            throw ReceiptException.refused(
                    "lists",
                    "Les listes de révocation ont " + bytes + " octets, au plus " + ReceiptBody.MOST_LIST_BYTES + ".",
                    "The revocation lists have " + bytes + " bytes, at most " + ReceiptBody.MOST_LIST_BYTES + ".");
        }
        return lists;
    }

    private static ReceiptSeal seal(FieldReader fields, Set<String> names) throws ReceiptException {
        FieldReader seal = new FieldReader(fields.any("seal"), "seal.", Set.of("digests", "chain", "signature"));
        FieldReader digests = new FieldReader(seal.any("digests"), "seal.digests.", names);
        Map<String, Digest> read = new LinkedHashMap<>();
        for (String name : names) {
            read.put(name, digests.digest(name, digests.text(name)));
        }
        List<byte[]> chain = new ArrayList<>();
        for (String certificate : seal.texts("chain", 1, ReceiptSeal.MOST_CHAIN)) {
            chain.add(seal.base64("chain", certificate));
        }
        return new ReceiptSeal(read, chain, seal.base64("signature", seal.text("signature")));
    }
}
