package org.liptako.pki.receipt;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.trust.PublishedList;
import org.liptako.pki.trust.SignedTrustState;

/** Receipts as text: the one form that each has. */
final class ReceiptText {
    private final FieldWriter out = FieldWriter.empty();

    private ReceiptText() {}

    /** The text of a body, which is what a seal signs. */
    static ReceiptText of(ReceiptBody body) {
        ReceiptText text = new ReceiptText();
        text.out.open("", '{');
        text.body(body);
        return text;
    }

    /** The whole file. */
    String with(ReceiptSeal seal) {
        FieldWriter whole = out.copy();
        seal(whole, seal);
        return whole.text();
    }

    /** The field in which a file differs first from the form that it should have. */
    String fieldOf(ReceiptSeal seal, String file) {
        FieldWriter whole = out.copy();
        seal(whole, seal);
        String form = whole.text();
        int line = 0;
        int most = Math.min(form.length(), file.length());
        for (int i = 0; i < most && form.charAt(i) == file.charAt(i); i++) {
            if (form.charAt(i) == '\n') {
                line++;
            }
        }
        return whole.fieldOn(line);
    }

    /** The bytes that a seal signs: the text up to the seal. */
    byte[] signed() {
        return out.text().getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of each field of the body. */
    Map<String, Digest> digests() {
        return out.digests();
    }

    private void body(ReceiptBody body) {
        out.text("format", "format", Receipt.FORMAT);
        out.text("kind", "kind", body.kind().name());
        out.text("madeAt", "madeAt", body.madeAt().toString());
        body.asked().ifPresent(this::question);
        out.open("journals", '[');
        for (int i = 0; i < body.journals().size(); i++) {
            journal("journals[" + i + "].", body.journals().get(i));
        }
        out.close(']');
        out.open("entries", '[');
        for (int i = 0; i < body.entries().size(); i++) {
            entry("entries[" + i + "].", body.entries().get(i));
        }
        out.close(']');
        out.open("trust", '[');
        for (int i = 0; i < body.trust().size(); i++) {
            trust("trust[" + i + "].", body.trust().get(i));
        }
        out.close(']');
        if (!body.lists().isEmpty()) {
            lists(body.lists());
        }
    }

    private void lists(List<PublishedList> lists) {
        out.open("lists", '[');
        for (int i = 0; i < lists.size(); i++) {
            String path = "lists[" + i + "].";
            out.open("", '{');
            out.text(path + "list", "list", base64(lists.get(i).list()));
            out.text(path + "issuer", "issuer", base64(lists.get(i).issuer()));
            out.close('}');
        }
        out.close(']');
    }

    private void question(ReceiptQuestion question) {
        out.open("question", '{');
        out.text("question.dataset", "dataset", question.dataset());
        out.text("question.at", "at", question.at().toString());
        out.close('}');
    }

    private void journal(String path, ReceiptJournal journal) {
        out.open("", '{');
        out.text(path + "state", "state", journal.state().name());
        out.number(path + "witnesses", "witnesses", journal.witnesses());
        out.text(path + "checkpoint", "checkpoint", journal.checkpoint().toString());
        out.close('}');
    }

    private void entry(String path, ReceiptEntry entry) {
        out.open("", '{');
        out.text(path + "state", "state", entry.state().name());
        out.number(path + "index", "index", entry.index());
        out.text(path + "salt", "salt", entry.salt().hex());
        out.text(path + "payload", "payload", entry.payload());
        out.texts(path + "path", "path", entry.path().stream().map(Digest::hex).toList());
        out.close('}');
    }

    private void trust(String path, SignedTrustState state) {
        out.open("", '{');
        out.text(path + "content", "content", base64(state.content()));
        out.text(path + "signatures", "signatures", base64(state.signatures()));
        out.close('}');
    }

    private static void seal(FieldWriter out, ReceiptSeal seal) {
        out.open("seal", '{');
        out.open("digests", '{');
        seal.digests().forEach((field, digest) -> out.text("seal.digests." + field, field, digest.hex()));
        out.close('}');
        out.texts(
                "seal.chain",
                "chain",
                seal.chain().stream().map(ReceiptText::base64).toList());
        out.text("seal.signature", "signature", base64(seal.signature()));
        out.close('}');
        out.close('}');
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
