package org.liptako.policy.writing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.liptako.policy.rules.Jurisdiction;

/** A rule as far as it has been written. Not thread-safe. */
public final class RuleDraft {
    private final Jurisdiction jurisdiction;
    private final Map<Key, String> pieces = new EnumMap<>(Key.class);

    RuleDraft(Jurisdiction jurisdiction) {
        this.jurisdiction = jurisdiction;
    }

    /** Whose rule it is. */
    public Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    /** Its id, once it has one. */
    public String id() {
        return get(Key.ID).orElseThrow(() -> new IllegalStateException("the rule has no id yet"));
    }

    void put(Key key, String piece) {
        pieces.put(key, piece);
    }

    void remove(Key key) {
        pieces.remove(key);
    }

    Optional<String> get(Key key) {
        return Optional.ofNullable(pieces.get(key));
    }

    boolean has(Key key) {
        return pieces.containsKey(key);
    }

    /** The rule as an item of {@code regles}, each line after so many spaces, ended by a line feed. */
    String item(int spaces) {
        StringBuilder item = new StringBuilder();
        for (Map.Entry<Key, String> piece : pieces.entrySet()) {
            item.append(" ".repeat(spaces) + (item.isEmpty() ? "- " : "  "))
                    .append(piece.getKey().word())
                    .append(piece.getValue().startsWith("\n") ? ":" : ": ")
                    .append(YamlText.indented(piece.getValue(), spaces + 4))
                    .append('\n');
        }
        return item.toString();
    }

    /** The rule with something in the place of every key that is required and not there yet, and an effect that asks for nothing more. */
    RuleDraft filledUp() {
        RuleDraft filled = new RuleDraft(jurisdiction);
        filled.pieces.put(Key.ID, jurisdiction + "-0");
        filled.pieces.put(Key.TITLE, YamlText.bilingual("…", "…"));
        filled.pieces.put(Key.TEXT, YamlText.bilingual("…", "…"));
        filled.pieces.put(Key.BASES, "[{instrument: \"…\", article: \"…\", statut: exemple}]");
        filled.pieces.put(Key.EFFECT, "interdire");
        filled.pieces.put(Key.FORCE, "{du: 2000-01-01}");
        filled.pieces.putAll(pieces);
        return filled;
    }

    /** {@link #filledUp}, with another effect while the key that its own effect asks for is not there yet. */
    RuleDraft readable() {
        RuleDraft filled = filledUp();
        boolean lacks = switch (filled.pieces.getOrDefault(Key.EFFECT, "")) {
            case "exiger" -> !has(Key.CONDITION);
            case "assortir" -> !has(Key.OBLIGATIONS);
            case "deroger" -> !has(Key.DEROGATES);
            default -> false;
        };
        if (lacks) {
            filled.pieces.put(Key.EFFECT, "interdire");
        }
        return filled;
    }
}
