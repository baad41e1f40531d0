package org.liptako.pki.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.Salt;
import org.liptako.pki.name.State;

/** One JSON object of a receipt, read field by field; whatever is missing, of another kind or not asked for is refused by its name. */
final class FieldReader {
    private final JsonNode object;
    private final String path;

    /**
     * Reads an object that has these fields and no others.
     *
     * @param path what its fields' names begin with: empty, or ending in a dot
     */
    FieldReader(JsonNode object, String path, Set<String> fields) throws ReceiptException {
        if (!object.isObject()) {
            throw malformed(path.isEmpty() ? "format" : path.substring(0, path.length() - 1), "un objet", "an object");
        }
        for (String name : (Iterable<String>) object::fieldNames) {
            if (!fields.contains(name)) {
                throw ReceiptException.refused(
                        path + Plain.line(name),
                        "Ce champ n'a pas de place dans un reçu.",
                        "This field has no place in a receipt.");
            }
        }
        this.object = object;
        this.path = path;
    }

    JsonNode any(String name) throws ReceiptException {
        JsonNode value = object.get(name);
        if (value == null) {
            throw ReceiptException.refused(path + name, "Ce champ manque.", "This field is missing.");
        }
        return value;
    }

    String text(String name) throws ReceiptException {
        JsonNode value = any(name);
        if (!value.isTextual()) {
            throw malformed(path + name, "un texte", "a text");
        }
        return value.textValue();
    }

    long number(String name, long most) throws ReceiptException {
        JsonNode value = any(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > most) {
            throw malformed(path + name, "un nombre entier de 0 à " + most, "a whole number from 0 to " + most);
        }
        return value.longValue();
    }

    List<JsonNode> list(String name, int least, int most) throws ReceiptException {
        JsonNode value = any(name);
        if (!value.isArray() || value.size() < least || value.size() > most) {
            throw malformed(
                    path + name,
                    "une liste de " + least + " à " + most + " éléments",
                    "a list of " + least + " to " + most + " items");
        }
        List<JsonNode> items = new ArrayList<>();
        value.forEach(items::add);
        return items;
    }

    List<String> texts(String name, int least, int most) throws ReceiptException {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list(name, least, most)) {
            if (!item.isTextual()) {
                throw malformed(path + name, "une liste de textes", "a list of texts");
            }
            texts.add(item.textValue());
        }
        return texts;
    }

    Instant time(String name) throws ReceiptException {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw malformed(path + name, "un instant (RFC 3339, UTC)", "an instant (RFC 3339, UTC)");
        }
    }

    State state(String name) throws ReceiptException {
        return State.ofCode(text(name)).orElseThrow(() -> malformed(path + name, "ML, BF ou NE", "ML, BF or NE"));
    }

    Salt salt(String name) throws ReceiptException {
        try {
            return Salt.ofHex(text(name));
        } catch (IllegalArgumentException e) {
            throw hex(name);
        }
    }

    Digest digest(String name, String written) throws ReceiptException {
        try {
            return Digest.ofHex(written);
        } catch (IllegalArgumentException e) {
            throw hex(name);
        }
    }

    byte[] base64(String name, String written) throws ReceiptException {
        try {
            return Base64.getDecoder().decode(written);
        } catch (IllegalArgumentException e) {
            throw malformed(path + name, "en Base64", "in Base64");
        }
    }

    private ReceiptException hex(String name) {
        return malformed(path + name, "fait de 64 chiffres hexadécimaux", "made of 64 hexadecimal digits");
    }

    private static ReceiptException malformed(String field, String fr, String en) {
        return ReceiptException.refused(
                field,
                "Ce champ devrait être " + fr + " : le fichier a été modifié, demandez-en une autre copie.",
                "This field should be " + en + ": the file was altered, ask for another copy.");
    }
}
