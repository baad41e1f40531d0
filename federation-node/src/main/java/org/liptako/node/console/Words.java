package org.liptako.node.console;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
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
    private static final String HOUR_SIGNS = ":00";
    private static final Words FRENCH = new Words(Locale.FRENCH);
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle bundle;
    private final ZoneId zone;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter days;
    private final Map<String, String> plain;

    private Words(Locale locale) {
        this.locale = locale;
        this.zone = ZoneOffset.UTC;
        // Without this, a machine whose own locale has a bundle would win over the language asked for.
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.dates = format("d MMM uuuu, HH:mm", locale, zone);
        this.days = format("d MMM uuuu", locale, zone);
        this.plain = withoutParts();
    }

    private Words(Words other, ZoneId zone) {
        this.locale = other.locale;
        this.bundle = other.bundle;
        this.plain = other.plain;
        this.zone = zone;
        this.dates = format("d MMM uuuu, HH:mm", locale, zone);
        this.days = format("d MMM uuuu", locale, zone);
    }

    private static DateTimeFormatter format(String pattern, Locale locale, ZoneId there) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(there);
    }

    /** The same words, with the time of a place; without it instants are told in UTC. */
    Words at(ZoneId place) {
        return new Words(this, place);
    }

    /** Of which place the time is that instants are told in. */
    ZoneId zone() {
        return zone;
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
        return new MessageFormat(isEnglish() ? pattern : Typography.french(pattern), locale).format(parts);
    }

    /** Who somebody is: their role, and whom or where they act for. */
    String of(Party party) {
        return party.dataCentre()
                .map(site -> of("who.sited", of("role." + party.role()), site.value(), party.bearer()))
                .orElseGet(() -> of("who.state", of("role." + party.role()), of(party.state()), party.bearer()));
    }

    String of(Sentence sentence) {
        return isEnglish() ? sentence.en() : Typography.french(sentence.fr());
    }

    String of(Bilingual text) {
        return isEnglish() ? text.en() : text.fr();
    }

    /** A text of law as rules cite it. */
    String citation(String cited) {
        return isEnglish() ? Citation.english(cited) : cited;
    }

    String of(State state) {
        return isEnglish() ? state.english() : state.french();
    }

    String of(Country country) {
        return country.member()
                .map(this::of)
                .orElseGet(() -> Locale.of("", country.code()).getDisplayCountry(locale));
    }

    /** To the minute, in the time of the place: what more of an instant is evidence, a page has beside it for programs. */
    String of(Instant instant) {
        return dates.format(instant);
    }

    /** The day alone. */
    String day(Instant instant) {
        return days.format(instant);
    }

    /** Which time instants are told in, with what it is ahead of UTC: Niamey, UTC+1. */
    String time(Instant now) {
        String ahead = "UTC" + shortened(zone.getRules().getOffset(now).getId().replace("Z", ""));
        String city = zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
        return zone.getRules().isFixedOffset() && !zone.getId().contains("/")
                ? of("times.nowhere", ahead)
                : of("times", city, ahead);
    }

    private static String shortened(String ahead) {
        String hours = ahead.endsWith(HOUR_SIGNS) ? ahead.substring(0, ahead.length() - HOUR_SIGNS.length()) : ahead;
        return hours.replace("+0", "+").replace("-0", "\u2212").replace("-", "\u2212");
    }

    private boolean isEnglish() {
        return locale.equals(Locale.ENGLISH);
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
