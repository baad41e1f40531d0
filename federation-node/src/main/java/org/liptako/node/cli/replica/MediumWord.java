package org.liptako.node.cli.replica;

import java.util.Locale;
import org.liptako.exchange.v1.ErasureMedium;
import org.liptako.node.cli.Language;

/** What a node cannot see, as options name it and as questions speak of it. */
enum MediumWord {
    SNAPSHOTS(
            ErasureMedium.ERASURE_MEDIUM_SNAPSHOTS,
            "Instantanés (systèmes de fichiers, volumes, machines virtuelles)",
            "Snapshots (file systems, volumes, virtual machines)"),
    TAPES(
            ErasureMedium.ERASURE_MEDIUM_TAPES,
            "Bandes et autres sauvegardes, ici et ailleurs",
            "Tapes and other backups, here and elsewhere"),
    ARRAYS(
            ErasureMedium.ERASURE_MEDIUM_ARRAY_REPLICAS,
            "Répliques faites par les baies de stockage",
            "Replicas made by storage arrays"),
    OTHER(ErasureMedium.ERASURE_MEDIUM_OTHER, "Autre chose", "Anything else");

    private final ErasureMedium message;
    private final String french;
    private final String english;

    MediumWord(ErasureMedium message, String french, String english) {
        this.message = message;
        this.french = french;
        this.english = english;
    }

    ErasureMedium message() {
        return message;
    }

    /** As it heads a question or a line. */
    String title(Language language) {
        return language.choose(french, english);
    }

    /** The word on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
