package org.liptako.node.console;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.liptako.node.journal.event.Country;
import org.liptako.node.wire.Citation;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.State;
import org.liptako.policy.vocabulary.Bilingual;

/** The words of the pages in one language: French unless the reader asked for English. */
final class Words {
    private static final String BUNDLE = Words.class.getPackageName() + ".words";
    private static final Words FRENCH = new Words(Locale.FRENCH);
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle bundle;
    private final DateTimeFormatter dates;
    private final Map<String, String> plain;

    private Words(Locale locale) {
        this.locale = locale;
        // Without this, a machine whose own locale has a bundle would win over the language asked for.
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.dates = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", locale)
                .withZone(ZoneOffset.UTC);
        this.plain = withoutParts();
    }

    static Words in(String language) {
        return language.toLowerCase(Locale.ROOT).startsWith("en") ? ENGLISH : FRENCH;
    }

    /** A sentence of the bundles in both languages: for what is refused before anybody knows who reads it. */
    static Sentence sentence(String key, Object... parts) {
        return new Sentence(FRENCH.of(key, parts), ENGLISH.of(key, parts));
    }

    String language() {
        return locale.getLanguage();
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    String of(String key, Object... parts) {
        String pattern = bundle.getString(key);
        return new MessageFormat(locale.equals(Locale.FRENCH) ? Typography.french(pattern) : pattern, locale)
                .format(parts);
    }

    /** Who somebody is: their role, and whom or where they act for. */
    String of(Party party) {
        return party.dataCentre()
                .map(site -> of("who.sited", of("role." + party.role()), site.value(), party.bearer()))
                .orElseGet(() -> of("who.state", of("role." + party.role()), of(party.state()), party.bearer()));
    }

    String of(Sentence sentence) {
        return this == ENGLISH ? sentence.en() : sentence.fr();
    }

    String of(Bilingual text) {
        return this == ENGLISH ? text.en() : text.fr();
    }

    /** A text of law as rules cite it. */
    String citation(String cited) {
        return this == ENGLISH ? Citation.english(cited) : cited;
    }

    String of(State state) {
        return this == ENGLISH ? state.english() : state.french();
    }

    String of(Country country) {
        return country.member()
                .map(this::of)
                .orElseGet(() -> Locale.of("", country.code()).getDisplayCountry(locale));
    }

    String of(Instant instant) {
        return dates.format(instant);
    }

    /** For the page template: the words that need no parts. */
    Map<String, String> plain() {
        return plain;
    }

    private Map<String, String> withoutParts() {
        Map<String, String> words = new HashMap<>();
        for (String key : bundle.keySet()) {
            words.put(key, of(key));
        }
        return Map.copyOf(words);
    }
}
