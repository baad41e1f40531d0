package org.liptako.policy.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.vocabulary.Bilingual;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the file of public holidays beside this class: a mistake in it is a broken build, not an input to answer. */
final class HolidayLaws {
    private static final String RESOURCE = "holidays.yaml";
    private static final Map<Jurisdiction, HolidayLaw> LAWS = read();

    private HolidayLaws() {}

    /** The law of a member State. */
    static HolidayLaw of(Jurisdiction state) {
        HolidayLaw law = LAWS.get(state);
        if (law == null) {
            throw new IllegalArgumentException(state + " has no public holidays of its own");
        }
        return law;
    }

    private static Map<Jurisdiction, HolidayLaw> read() {
        Map<?, ?> file =
                map(new Load(LoadSettings.builder().setLabel(RESOURCE).build()).loadFromString(resource()), RESOURCE);
        Map<Jurisdiction, HolidayLaw> laws = new EnumMap<>(Jurisdiction.class);
        Jurisdiction.all().stream()
                .filter(Jurisdiction::isState)
                .forEach(state -> laws.put(state, law(map(file.get(state.name()), state.name()))));
        return laws;
    }

    private static HolidayLaw law(Map<?, ?> entry) {
        return new HolidayLaw(
                bilingual(map(entry.get("source"), "source")),
                weekend(entry.get("weekend")),
                text(entry, "sunday_moves").equals("oui")
                        ? Optional.of(
                                new HolidayLaw.Term(LocalDate.MIN, day(entry, "sunday_moves_until", LocalDate.MAX)))
                        : Optional.empty(),
                list(entry.get("fixed"), "fixed").stream()
                        .map(holiday -> new HolidayLaw.Fixed(
                                MonthDay.parse("--" + text(holiday, "day")), term(holiday), bilingual(holiday)))
                        .toList(),
                list(entry.get("easter"), "easter").stream()
                        .map(holiday -> new HolidayLaw.AfterEaster(
                                Integer.parseInt(text(holiday, "after")), term(holiday), bilingual(holiday)))
                        .toList(),
                bilingual(map(entry.get("announced"), "announced")));
    }

    private static HolidayLaw.Term term(Map<?, ?> entry) {
        return new HolidayLaw.Term(day(entry, "from", LocalDate.MIN), day(entry, "until", LocalDate.MAX));
    }

    private static LocalDate day(Map<?, ?> entry, String key, LocalDate otherwise) {
        Object written = entry.get(key);
        return written == null ? otherwise : LocalDate.parse(written.toString());
    }

    private static Set<DayOfWeek> weekend(@Nullable Object days) {
        if (!(days instanceof List<?> listed)) {
            throw new IllegalStateException("weekend must be a list");
        }
        return listed.stream().map(day -> DayOfWeek.valueOf(day.toString())).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Map<?, ?>> list(@Nullable Object node, String name) {
        if (node instanceof List<?> items) {
            return items.stream().<Map<?, ?>>map(item -> map(item, name)).toList();
        }
        throw new IllegalStateException(name + " must be a list");
    }

    private static Map<?, ?> map(@Nullable Object node, String name) {
        if (node instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException(name + " must be a map");
    }

    private static Bilingual bilingual(Map<?, ?> entry) {
        return new Bilingual(text(entry, "fr"), text(entry, "en"));
    }

    private static String text(Map<?, ?> entry, String key) {
        Object value = entry.get(key);
        if (value == null) {
            throw new IllegalStateException(key + " is missing from " + RESOURCE);
        }
        return value.toString();
    }

    private static String resource() {
        try (InputStream in = HolidayLaws.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the public holidays are missing from this jar: " + RESOURCE);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the public holidays cannot be read from this jar", unreadable);
        }
    }
}
