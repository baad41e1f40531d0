package org.liptako.node.inquiry;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.wire.Sentence;

/** What a question leaves open. */
@SuppressWarnings("ImmutableEnumChecker") // A sentence and a List.of never change.
public enum Blank {
    DATASET("un jeu, comme ML-DS-008", "a dataset, such as ML-DS-008"),
    STATE("un État : ML, BF ou NE", "a State: ML, BF or NE"),
    SITE("un site, comme ML-BKO-1", "a site, such as ML-BKO-1"),
    ON(
            "l'instant dont la réponse est vraie ; maintenant s'il est absent",
            "the instant that the answer is true of; now if absent"),
    KNOWN(
            "tel qu'on le savait à cet instant ; maintenant s'il est absent",
            "as it was known at that instant; now if absent"),
    SINCE("à partir de cet instant", "from this instant on"),
    UNTIL("avant cet instant", "before this instant"),
    STATUS(
            "seulement ce statut, comme SEALED ; plusieurs séparés par des virgules",
            "only this status, such as SEALED; several separated by commas"),
    DAYS("un nombre de jours, de 0 à 36500", "a number of days, from 0 to 36500");

    private final Sentence meaning;

    Blank(String fr, String en) {
        this.meaning = new Sentence(fr, en);
    }

    /** Its name, as callers write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Sentence meaning() {
        return meaning;
    }

    /** The blank of a name; empty if there is none. */
    public static Optional<Blank> ofKey(String key) {
        return Stream.of(values()).filter(blank -> blank.key().equals(key)).findFirst();
    }
}
