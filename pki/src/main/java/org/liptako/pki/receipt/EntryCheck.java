package org.liptako.pki.receipt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.liptako.pki.evidence.EntryCommitment;
import org.liptako.pki.evidence.InclusionProof;
import org.liptako.pki.tlog.LogEntry;

/** Checks that each entry of a receipt is in its State's journal, with the very payload that was committed to. */
record EntryCheck(List<ProvedJournal> journals) {
    private static final int MOST_PAYLOAD = 4 * 1024 * 1024;
    private static final int MOST_DEPTH = 64;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxStringLength(MOST_PAYLOAD)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    List<ProvedEntry> check(ReceiptBody body) throws ReceiptException {
        List<ProvedEntry> proved = new ArrayList<>();
        for (int i = 0; i < body.entries().size(); i++) {
            requireOrder(body, i);
            proved.add(check(body.entries().get(i), "entries[" + i + "]"));
        }
        return proved;
    }

    /** One order and no repetition, so that nobody can make two receipts of one by moving entries. */
    private static void requireOrder(ReceiptBody body, int i) throws ReceiptException {
        int led = body.kind().isAsked() ? 0 : 1;
        ReceiptEntry entry = body.entries().get(i);
        boolean good = i <= led || isBefore(body.entries().get(i - 1), entry);
        if (i >= led && led == 1 && i > 0) {
            ReceiptEntry first = body.entries().getFirst();
            good &= isBefore(first, entry) || isBefore(entry, first);
        }
        if (!good) {
            throw ReceiptException.refused(
                    "entries[" + i + "].index",
                    "Les entrées sont une fois chacune, dans l'ordre des États et des numéros.",
                    "Entries stand once each, in the order of States and indices.");
        }
    }

    private static boolean isBefore(ReceiptEntry one, ReceiptEntry other) {
        int states = one.state().compareTo(other.state());
        return states < 0 || (states == 0 && one.index() < other.index());
    }

    private ProvedEntry check(ReceiptEntry entry, String field) throws ReceiptException {
        ProvedJournal journal = journals.stream()
                .filter(one -> one.state() == entry.state())
                .findFirst()
                .orElseThrow(() -> ReceiptException.refused(
                        field + ".state",
                        "Le reçu ne porte aucun point de contrôle du journal de cet État.",
                        "The receipt carries no checkpoint of that State's journal."));
        long size = journal.checkpoint().size();
        if (entry.index() >= size) {
            throw ReceiptException.refused(
                    field + ".index",
                    "Au point de contrôle, la taille du journal n'était que de " + size + ".",
                    "At the checkpoint the journal's size was only " + size + ".");
        }
        EntryCommitment commitment =
                EntryCommitment.to(entry.salt(), entry.payload().getBytes(StandardCharsets.UTF_8));
        boolean included = new InclusionProof(entry.index(), size, entry.path())
                .proves(
                        new LogEntry(entry.index(), commitment).leafHash(),
                        journal.checkpoint().root());
        if (!included) {
            throw ReceiptException.refused(
                    field,
                    "Cette entrée, avec ce contenu, n'est pas dans le journal qui a été signé.",
                    "This entry, with this content, is not in the journal that was signed.");
        }
        return new ProvedEntry(field, entry.state(), entry.index(), payload(entry, field));
    }

    private static JsonNode payload(ReceiptEntry entry, String field) throws ReceiptException {
        try {
            JsonNode payload = JSON.readTree(entry.payload());
            if (payload != null && payload.isObject() && payload.path("type").isTextual()) {
                return payload;
            }
        } catch (JsonProcessingException e) {
            throw noEvent(field);
        }
        throw noEvent(field);
    }

    private static ReceiptException noEvent(String field) {
        return ReceiptException.refused(
                field + ".payload",
                "Ce contenu n'est pas celui d'une entrée de journal : un objet JSON avec son type.",
                "This content is not that of a journal entry: a JSON object with its type.");
    }
}
