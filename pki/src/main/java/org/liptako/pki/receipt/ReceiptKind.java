package org.liptako.pki.receipt;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a receipt is for. */
public enum ReceiptKind {
    /** A copy was sealed, or recorded, at a site. */
    COPY("Reçu d'une copie", "Receipt for a copy"),
    /** A request was refused. */
    REFUSAL("Reçu d'un refus", "Receipt for a refusal"),
    /** A copy was erased. */
    ERASURE("Reçu d'un effacement", "Receipt for an erasure"),
    /** What the journals say of a dataset at a date. */
    STATE("Reçu de l'état d'un jeu de données", "Receipt for the state of a dataset");

    private final String french;
    private final String english;

    ReceiptKind(String french, String english) {
        this.french = french;
        this.english = english;
    }

    /** The kind of that name. */
    public static Optional<ReceiptKind> ofName(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** The receipt's title. */
    public Words title() {
        return new Words(french, english);
    }

    /** The types of the entry that comes first; none where no entry is before the others. */
    public Set<String> subjects() {
        return switch (this) {
            case COPY -> Set.of("REPLICA_SEALED", "COPY_RECORDED");
            case REFUSAL -> Set.of("REFUSAL");
            case ERASURE -> Set.of("REPLICA_ERASED", KindCheck.ERASED_ABROAD);
            case STATE -> Set.of();
        };
    }

    /** Whether it answers a question about a dataset at a date, and not about one entry. */
    public boolean isAsked() {
        return subjects().isEmpty();
    }
}
