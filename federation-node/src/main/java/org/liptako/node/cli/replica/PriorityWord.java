package org.liptako.node.cli.replica;

import java.util.Locale;
import org.liptako.exchange.v1.TransferPriority;
import org.liptako.node.cli.Language;

/** Priorities as they are written on the command line; each in either language. */
enum PriorityWord {
    URGENT(TransferPriority.TRANSFER_PRIORITY_URGENT, "urgente"),
    HIGH(TransferPriority.TRANSFER_PRIORITY_HIGH, "haute"),
    NORMAL(TransferPriority.TRANSFER_PRIORITY_NORMAL, "normale"),
    LOW(TransferPriority.TRANSFER_PRIORITY_LOW, "basse");

    private final TransferPriority message;
    private final String french;

    PriorityWord(TransferPriority message, String french) {
        this.message = message;
        this.french = french;
    }

    TransferPriority message() {
        return message;
    }

    String word(Language language) {
        return language.choose(french, english());
    }

    private String english() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String word(TransferPriority priority, Language language) {
        for (PriorityWord word : values()) {
            if (word.message == priority) {
                return word.word(language);
            }
        }
        return "?";
    }

    /**
     * The priority that a word means.
     *
     * @throws IllegalArgumentException if it means none
     */
    static PriorityWord of(String text) {
        for (PriorityWord word : values()) {
            if (word.french.equalsIgnoreCase(text) || word.english().equalsIgnoreCase(text)) {
                return word;
            }
        }
        throw new IllegalArgumentException("urgent | high | normal | low");
    }
}
