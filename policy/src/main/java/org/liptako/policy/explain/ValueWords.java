package org.liptako.policy.explain;

import java.text.NumberFormat;
import java.util.Locale;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.vocabulary.Bilingual;

/** Values as they stand in a sentence. */
final class ValueWords {

    private ValueWords() {}

    static Bilingual of(FactValue value) {
        return switch (value) {
            case FactValue.Choice choice -> label(choice.word().label());
            case FactValue.Flag flag -> flag.value() ? new Bilingual("oui", "yes") : new Bilingual("non", "no");
            case FactValue.Country country -> country(country.code());
            case FactValue.Whole whole -> number(whole.number());
            case FactValue.Text text -> quoted(new Bilingual(text.text(), text.text()));
        };
    }

    /** A listed value, in quotes, so that it cannot be taken for the sentence's own words. */
    static Bilingual label(Bilingual label) {
        return quoted(new Bilingual(FrenchText.inside(label.fr()), FrenchText.inside(label.en())));
    }

    static Bilingual country(String code) {
        Locale country = new Locale.Builder().setRegion(code).build();
        return new Bilingual(
                country.getDisplayCountry(Locale.FRENCH) + " (" + code + ")",
                country.getDisplayCountry(Locale.ENGLISH) + " (" + code + ")");
    }

    static Bilingual number(long number) {
        return new Bilingual(
                NumberFormat.getIntegerInstance(Locale.FRENCH).format(number),
                NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number));
    }

    static Bilingual quoted(Bilingual words) {
        return new Bilingual("« " + words.fr() + " »", "\"" + words.en() + "\"");
    }
}
