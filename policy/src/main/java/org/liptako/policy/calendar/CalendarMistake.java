package org.liptako.policy.calendar;

import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.yaml.Mistake;

/** What may be wrong in a file of announced days. */
enum CalendarMistake implements Mistake {
    UNKNOWN_STATE(
            "« %s » n'est pas un État membre : écrivez ML, BF ou NE.",
            "\"%s\" is no member State: write ML, BF or NE."),
    NO_DAY(
            "« %s » n'est pas un jour : écrivez par exemple « 1er juillet 2027 » ou 2027-07-01.",
            "\"%s\" is not a day: write \"1 July 2027\" or 2027-07-01, for example.");

    private final String fr;
    private final String en;

    CalendarMistake(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    @Override
    public Bilingual wording() {
        return new Bilingual(fr, en);
    }
}
