package org.liptako.policy.explain;

import java.time.LocalDate;
import org.liptako.policy.calendar.DayWords;
import org.liptako.policy.rules.ForcePeriod;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Bilingual;

/** Whose law a rule is, of which data it speaks, and from when until when. */
final class ForceWords {

    private ForceWords() {}

    static Bilingual of(Rule rule) {
        Bilingual periods =
                Enumeration.and(rule.periods().stream().map(ForceWords::period).toList());
        return new Bilingual("%s ; %s ; en vigueur %s.", "%s; %s; in force %s.")
                .with(rule.jurisdiction().label(), whoseData(rule), periods);
    }

    private static Bilingual whoseData(Rule rule) {
        if (!rule.jurisdiction().isState()) {
            return new Bilingual("pour toutes les données", "for all data");
        }
        return switch (rule.capacity()) {
            case ORIGINE ->
                new Bilingual("pour ses propres données, où qu'elles aillent", "for its own data, wherever they go");
            case ACCUEIL ->
                new Bilingual("pour les données des autres États sur son sol", "for other States' data on its soil");
            case TOUS ->
                new Bilingual(
                        "pour ses propres données et pour celles des autres États sur son sol",
                        "for its own data and for other States' data on its soil");
        };
    }

    private static Bilingual period(ForcePeriod period) {
        LocalDate to = period.to();
        return to == null
                ? new Bilingual("à partir du %s", "from %s on").with(DayWords.of(period.from()))
                : new Bilingual("du %s au %s compris", "from %s to %s included")
                        .with(DayWords.of(period.from()), DayWords.of(to));
    }
}
