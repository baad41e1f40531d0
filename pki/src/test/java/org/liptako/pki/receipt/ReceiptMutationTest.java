package org.liptako.pki.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.Salt;
import org.liptako.pki.name.State;
import org.liptako.pki.trust.PublishedList;

class ReceiptMutationTest {
    private static final int TIMES = 200;
    private static final TrialReceipts RECEIPTS = new TrialReceipts();

    /** Every sort of receipt that a node makes. */
    enum Sort {
        COPY,
        RECORDED_COPY,
        REFUSAL,
        ERASURE,
        ERASURE_ABROAD,
        STATE;

        ReceiptBody body() {
            return switch (this) {
                case COPY -> RECEIPTS.body(ReceiptKind.COPY);
                case RECORDED_COPY -> RECEIPTS.recordedCopy();
                case REFUSAL -> RECEIPTS.body(ReceiptKind.REFUSAL);
                case ERASURE -> RECEIPTS.body(ReceiptKind.ERASURE);
                case ERASURE_ABROAD -> RECEIPTS.erasureAbroad();
                case STATE -> RECEIPTS.body(ReceiptKind.STATE);
            };
        }

        Receipt sealed() {
            return Receipt.sealed(body(), RECEIPTS.node());
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachIsGoodAsItIs(Sort sort) throws ReceiptException {
        RECEIPTS.verifier().verify(sort.sealed().toBytes(), TrialReceipts.MADE);
    }

    @ParameterizedTest
    @EnumSource
    void everyAlterationOfEveryFieldIsRefusedByTheFieldsName(Sort sort) {
        List<String> lines = text(sort.sealed()).lines().toList();
        FieldMutation mutation = new FieldMutation(new Random(sort.name().hashCode()));
        for (Place place : places(lines)) {
            String line = lines.get(place.line());
            int value = line.indexOf(": ") + 2;
            int end = line.endsWith(",") ? line.length() - 1 : line.length();
            for (int i = 0; i < TIMES; i++) {
                String altered = mutation.of(line.substring(value, end));
                List<String> forged = new ArrayList<>(lines);
                forged.set(place.line(), line.substring(0, value) + altered + line.substring(end));
                String refused = refusedBy(String.join("\n", forged));
                assertThat(refused).as("%s made %s", place.field(), altered).startsWith(place.field());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFieldThatIsMissingOrTwiceThereOrStrangeIsRefusedByItsName(Sort sort) throws Exception {
        ObjectMapper json = new ObjectMapper();
        String whole = text(sort.sealed());
        for (String path : List.of("", "/journals/0", "/entries/0", "/trust/0", "/lists/0", "/seal", "/seal/digests")) {
            String name =
                    path.replaceAll("/([0-9]+)", "[$1]").replaceFirst("^/", "").replace('/', '.');
            String prefix = name.isEmpty() ? "" : name + ".";
            List<String> fields = new ArrayList<>();
            json.readTree(whole).at(path).fieldNames().forEachRemaining(fields::add);
            for (String field : fields) {
                ObjectNode tree = (ObjectNode) json.readTree(whole);
                ((ObjectNode) tree.at(path)).remove(field);
                assertThat(refusedBy(json.writeValueAsString(tree))).isEqualTo(prefix + field);
            }
            ObjectNode tree = (ObjectNode) json.readTree(whole);
            ((ObjectNode) tree.at(path)).put("more", "x");
            assertThat(refusedBy(json.writeValueAsString(tree))).isEqualTo(prefix + "more");
        }
        String twice = whole.replaceFirst("(\"salt\": \"[^\"]*\",)", "$1\n      $1");
        assertThat(refusedBy(twice)).isEqualTo("entries[0].salt");
    }

    @ParameterizedTest
    @EnumSource
    void anElementThatIsTakenOutOrPutInTwiceIsRefused(Sort sort) throws Exception {
        ObjectMapper json = new ObjectMapper();
        String whole = text(sort.sealed());
        for (String list : List.of("journals", "entries", "trust", "lists")) {
            for (int i = 0; i < json.readTree(whole).get(list).size(); i++) {
                ObjectNode less = (ObjectNode) json.readTree(whole);
                ((ArrayNode) less.get(list)).remove(i);
                assertThat(refusedBy(json.writeValueAsString(less))).isNotEmpty();
                ObjectNode more = (ObjectNode) json.readTree(whole);
                ((ArrayNode) more.get(list)).add(more.get(list).get(i).deepCopy());
                assertThat(refusedBy(json.writeValueAsString(more))).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverMakesTheDigestsFitHasNoSealForIt(Sort sort) {
        Receipt whole = sort.sealed();
        for (Forgery forgery : forgeries(whole.body())) {
            assertThat(refusedBy(text(resealed(forgery.body(), whole.seal()))))
                    .matches(field -> field.startsWith(forgery.field()) || field.equals("seal.signature"));
        }
        ReceiptBody later = new ReceiptBody(
                whole.body().kind(),
                whole.body().madeAt().minusSeconds(1),
                whole.body().question(),
                whole.body().journals(),
                whole.body().entries(),
                whole.body().trust(),
                whole.body().lists());
        assertThat(refusedBy(text(resealed(later, whole.seal())))).isEqualTo("seal.signature");
    }

    /** What a forger makes who has no node's key: digests that fit, and the signature that was there. */
    private static Receipt resealed(ReceiptBody forged, ReceiptSeal seal) {
        ReceiptText text = ReceiptText.of(forged);
        return new Receipt(forged, text, new ReceiptSeal(text.digests(), seal.chain(), seal.signature()));
    }

    @ParameterizedTest
    @EnumSource
    void aNodeThatSealsWhatNoJournalSaysIsRefusedByTheEvidence(Sort sort) {
        for (Forgery forgery : forgeries(sort.body())) {
            assertThat(refusedBy(text(Receipt.sealed(forgery.body(), RECEIPTS.node()))))
                    .startsWith(forgery.field());
        }
    }

    @Test
    void anEntryThatDoesNotGoWithTheFirstIsRefusedThoughItIsInTheJournal() {
        ReceiptBody copy = RECEIPTS.body(ReceiptKind.COPY);
        ReceiptBody refusal = RECEIPTS.body(ReceiptKind.REFUSAL);
        ReceiptEntry stranger = refusal.entries().getFirst();
        ReceiptBody forged = new ReceiptBody(
                ReceiptKind.REFUSAL,
                refusal.madeAt(),
                null,
                refusal.journals(),
                List.of(stranger, again(copy.entries().get(1), refusal)),
                refusal.trust(),
                refusal.lists());

        assertThat(refusedBy(text(Receipt.sealed(forged, RECEIPTS.node())))).startsWith("entries[1]");
    }

    private static ReceiptEntry again(ReceiptEntry entry, ReceiptBody of) {
        return entry.state() == of.entries().getFirst().state()
                ? entry
                : of.entries().getFirst();
    }

    /** A body in which one thing that a journal, a witness or a quorum has signed is another, and the element that it stands in. */
    private record Forgery(String field, ReceiptBody body) {}

    private static List<Forgery> forgeries(ReceiptBody body) {
        List<Forgery> forged = new ArrayList<>();
        for (int i = 0; i < body.entries().size(); i++) {
            ReceiptEntry entry = body.entries().get(i);
            List<Digest> path = new ArrayList<>(entry.path());
            path.set(0, Digest.over(new byte[] {1}));
            Salt salt = Salt.of(Digest.over(new byte[] {2}).toBytes());
            String payload = entry.payload().replaceAll("ML-DS-00[89]", "ML-DS-007");
            forged.add(new Forgery(
                    "entries[" + i + "]",
                    with(
                            body,
                            i,
                            new ReceiptEntry(
                                    entry.state(), entry.index() - 1, entry.salt(), entry.payload(), entry.path()))));
            forged.add(new Forgery(
                    "entries[" + i + "]",
                    with(
                            body,
                            i,
                            new ReceiptEntry(State.NE, entry.index(), entry.salt(), entry.payload(), entry.path()))));
            forged.add(new Forgery(
                    "entries[" + i + "]",
                    with(
                            body,
                            i,
                            new ReceiptEntry(entry.state(), entry.index(), salt, entry.payload(), entry.path()))));
            forged.add(new Forgery(
                    "entries[" + i + "]",
                    with(
                            body,
                            i,
                            new ReceiptEntry(entry.state(), entry.index(), entry.salt(), payload, entry.path()))));
            forged.add(new Forgery(
                    "entries[" + i + "]",
                    with(
                            body,
                            i,
                            new ReceiptEntry(entry.state(), entry.index(), entry.salt(), entry.payload(), path))));
        }
        for (int i = 0; i < body.journals().size(); i++) {
            ReceiptJournal journal = body.journals().get(i);
            forged.add(new Forgery(
                    "journals[" + i + "]",
                    with(body, i, new ReceiptJournal(journal.state(), journal.witnesses() - 1, journal.checkpoint()))));
        }
        for (int i = 0; i < body.lists().size() - 2; i++) {
            List<PublishedList> lists = new ArrayList<>(body.lists());
            PublishedList other = lists.get(i + 1);
            lists.set(i, new PublishedList(lists.get(i).list(), other.issuer()));
            forged.add(new Forgery("lists[" + i + "]", TrialReceipts.with(body, lists)));
        }
        return forged;
    }

    private static ReceiptBody with(ReceiptBody body, int i, ReceiptEntry entry) {
        List<ReceiptEntry> entries = new ArrayList<>(body.entries());
        entries.set(i, entry);
        return new ReceiptBody(
                body.kind(), body.madeAt(), body.question(), body.journals(), entries, body.trust(), body.lists());
    }

    private static ReceiptBody with(ReceiptBody body, int i, ReceiptJournal journal) {
        List<ReceiptJournal> journals = new ArrayList<>(body.journals());
        journals.set(i, journal);
        return new ReceiptBody(
                body.kind(), body.madeAt(), body.question(), journals, body.entries(), body.trust(), body.lists());
    }

    /** Which field a file is refused by. */
    private static String refusedBy(String file) {
        try {
            RECEIPTS.verifier().verify(file.getBytes(StandardCharsets.UTF_8), TrialReceipts.MADE);
        } catch (ReceiptException refused) {
            return refused.field();
        }
        return fail("It was taken for a good receipt: " + file);
    }

    private static String text(Receipt receipt) {
        return new String(receipt.toBytes(), StandardCharsets.UTF_8);
    }

    /** A field and the line that it stands on. */
    private record Place(String field, int line) {}

    /** Every field of a file, read from its indentation. */
    private static List<Place> places(List<String> lines) {
        List<Place> places = new ArrayList<>();
        String list = "";
        int item = -1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String name = line.contains("\": ") ? line.substring(line.indexOf('"') + 1, line.indexOf("\": ")) : "";
            if (line.startsWith("  \"")) {
                list = name;
                item = -1;
            } else if (line.equals("    {")) {
                item++;
            }
            if (!name.isEmpty() && !line.endsWith("[") && !line.endsWith("{")) {
                String path = line.startsWith("  \"") ? name : list + (item >= 0 ? "[" + item + "]" : "") + "." + name;
                places.add(new Place(line.startsWith("      \"") && item < 0 ? "seal.digests." + name : path, i));
            }
        }
        return places;
    }
}
