package org.liptako.pki.ceremony;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.RevocationReason;

/** One mapping of a declaration: each field is taken once, and none is left over. */
final class DeclaredFields {
    private static final int MAX_TEXT = 1024;

    private final String place;
    private final Map<String, Object> left;

    private DeclaredFields(String place, Map<String, Object> left) {
        this.place = place;
        this.left = left;
    }

    static DeclaredFields of(String place, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new CeremonyException(
                    place + " : attendu des champs avec leurs valeurs.", place + ": expected fields with values.");
        }
        Map<String, Object> fields = new HashMap<>();
        map.forEach((name, field) -> {
            if (name instanceof String text && field != null) {
                fields.put(text, field);
            } else {
                throw new CeremonyException(
                        place + " : un champ n'a pas de nom ou pas de valeur ; donnez-les.",
                        place + ": a field has no name or no value; give both.");
            }
        });
        return new DeclaredFields(place, fields);
    }

    String place(String field) {
        return place + "." + field;
    }

    boolean has(String field) {
        return left.containsKey(field);
    }

    String text(String field) {
        if (take(field) instanceof String text && !text.isBlank() && text.length() <= MAX_TEXT && isOneLine(text)) {
            return text;
        }
        throw new CeremonyException(
                place(field) + " : attendu une ligne de texte.", place(field) + ": expected one line of text.");
    }

    int number(String field, int least, int most) {
        if (take(field) instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        throw new CeremonyException(
                place(field) + " : attendu un nombre de " + least + " à " + most + ".",
                place(field) + ": expected a number from " + least + " to " + most + ".");
    }

    State state(String field) {
        return State.ofCode(text(field))
                .orElseThrow(() -> new CeremonyException(
                        place(field) + " : attendu ML, BF ou NE.", place(field) + ": expected ML, BF or NE."));
    }

    RevocationReason reason(String field) {
        String text = text(field);
        for (RevocationReason reason : RevocationReason.values()) {
            if (reason.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return reason;
            }
        }
        throw new CeremonyException(
                place(field) + " : attendu une raison comme key-compromise.",
                place(field) + ": expected a reason such as key-compromise.");
    }

    List<Object> list(String field) {
        if (take(field) instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        throw new CeremonyException(place(field) + " : attendu une liste.", place(field) + ": expected a list.");
    }

    DeclaredFields fields(String field) {
        return of(place(field), take(field));
    }

    /** What is left: names of keys are free. */
    List<String> names() {
        return left.keySet().stream().sorted().toList();
    }

    void finish() {
        if (!left.isEmpty()) {
            throw new CeremonyException(
                    place(names().getFirst()) + " : il n'y a pas de tel champ ici ; est-il bien écrit ?",
                    place(names().getFirst()) + ": no such field here; is it misspelt?");
        }
    }

    private Object take(String field) {
        return Optional.ofNullable(left.remove(field))
                .orElseThrow(() -> new CeremonyException(
                        place(field) + " manque : ajoutez ce champ.", place(field) + " is missing: add this field."));
    }

    private static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(Character::isISOControl);
    }
}
