package org.liptako.node.console;

import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Site;

/** Puts sites into words. What nobody recorded is said to be so. */
final class PlaceRows {
    private final Words words;

    PlaceRows(Words words) {
        this.words = words;
    }

    PlaceRow row(Site site) {
        return new PlaceRow(
                site.id().value(),
                site.name(),
                site.city() + words.of("and") + words.of(site.state()),
                coded("control.", site.control()),
                country(site.ownerState()),
                country(site.remoteAdminState()),
                level(site));
    }

    private String level(Site site) {
        return site.tier() == null
                ? words.of("unknown")
                : words.of("level.of", Integer.toString(site.tier()), coded("evidence.", site.tierEvidence()));
    }

    private String country(@Nullable Country country) {
        return country == null ? words.of("unknown") : words.of(country);
    }

    /** A code that has no words, because another State's node wrote what it liked, is shown as it is. */
    private String coded(String group, @Nullable String code) {
        return code == null ? words.of("unknown") : words.has(group + code) ? words.of(group + code) : code;
    }
}
