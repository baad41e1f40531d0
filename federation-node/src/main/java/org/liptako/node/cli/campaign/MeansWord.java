package org.liptako.node.cli.campaign;

import org.jspecify.annotations.Nullable;
import org.liptako.campaign.v1.CarryingMeans;
import org.liptako.node.cli.Language;

/** How a copy's bytes come, as a person says it. */
enum MeansWord {
    WIRE,
    DISK;

    static CarryingMeans message(@Nullable MeansWord word) {
        return word == null
                ? CarryingMeans.CARRYING_MEANS_UNSPECIFIED
                : CarryingMeans.valueOf("CARRYING_MEANS_" + word.name());
    }

    static String word(CarryingMeans means, Language language) {
        return switch (means) {
            case CARRYING_MEANS_WIRE -> language.choose("réseau", "network");
            case CARRYING_MEANS_DISK -> language.choose("disque", "disk");
            case CARRYING_MEANS_UNSPECIFIED, UNRECOGNIZED -> "";
        };
    }
}
