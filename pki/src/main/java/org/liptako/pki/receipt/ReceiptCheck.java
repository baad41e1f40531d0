package org.liptako.pki.receipt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of checking one receipt, as it is shown: what is proved apart from what is only stated, or the field at fault. */
public sealed interface ReceiptCheck {
    /** Everything that it claims to prove is proved. */
    record Proved(ReceiptAccount account) implements ReceiptCheck {}

    /** It is refused. */
    record Refused(String field, Words words) implements ReceiptCheck {}

    /** The lines for a reader, French above English. */
    default List<Words> lines() {
        return switch (this) {
            case Refused refused ->
                List.of(new Words(
                        "REFUSÉ. Champ " + refused.field() + " : "
                                + refused.words().fr(),
                        "REFUSED. Field " + refused.field() + ": "
                                + refused.words().en()));
            case Proved proved -> lines(proved.account());
        };
    }

    private static List<Words> lines(ReceiptAccount account) {
        List<Words> lines = new ArrayList<>();
        Words title = account.kind().title();
        lines.add(new Words(
                title.fr() + " : tout ce qu'il dit prouver est prouvé.",
                title.en() + ": all that it claims to prove is proved."));
        lines.add(new Words("SHA-256 du fichier : " + account.digest(), "SHA-256 of the file: " + account.digest()));
        lines.add(new Words("PROUVÉ", "PROVED"));
        account.proved().forEach(words -> lines.add(new Words("  " + words.fr(), "  " + words.en())));
        lines.add(new Words("SEULEMENT DÉCLARÉ", "ONLY STATED"));
        account.stated().forEach(words -> lines.add(new Words("  " + words.fr(), "  " + words.en())));
        return lines;
    }

    /** The same as one line of JSON. */
    default String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            switch (this) {
                case Refused refused -> {
                    json.writeStringField("verdict", "REFUSED");
                    json.writeStringField("field", refused.field());
                    write(json, "reason", refused.words());
                }
                case Proved proved -> write(json, proved.account());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, ReceiptAccount account) throws IOException {
        json.writeStringField("verdict", "PROVED");
        json.writeStringField("kind", account.kind().name());
        json.writeStringField("madeAt", account.madeAt().toString());
        json.writeStringField("sha256", account.digest().hex());
        write(json, "proved", account.proved());
        write(json, "stated", account.stated());
    }

    private static void write(JsonGenerator json, String name, List<Words> lines) throws IOException {
        json.writeArrayFieldStart(name);
        for (Words words : lines) {
            write(json, null, words);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, @Nullable String name, Words words) throws IOException {
        if (name != null) {
            json.writeFieldName(name);
        }
        json.writeStartObject();
        json.writeStringField("fr", words.fr());
        json.writeStringField("en", words.en());
        json.writeEndObject();
    }
}
