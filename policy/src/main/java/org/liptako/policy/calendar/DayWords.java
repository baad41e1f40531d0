package org.liptako.policy.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Folded;

/** A day in words, "1er juillet 2027" or "1 July 2027", and back. */
public final class DayWords {
    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter FRENCH_WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.FRENCH);
    private static final DateTimeFormatter ENGLISH_WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern FIGURES = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");
    private static final Pattern WORDS = Pattern.compile("([0-9]{1,2})(?:er)?\\s+(\\p{L}+)\\s+([0-9]{4})");
    private static final List<String> FRENCH_MONTHS = months(Locale.FRENCH);
    private static final List<String> ENGLISH_MONTHS = months(Locale.ENGLISH);

    private DayWords() {}

    /** The day in words; French counts the first of a month as "1er". */
    public static Bilingual of(LocalDate day) {
        return new Bilingual(FRENCH.format(day).replaceFirst("^1 ", "1er "), ENGLISH.format(day));
    }

    /** The same with the day of the week: "lundi 5 avril 2027". */
    public static Bilingual withWeekday(LocalDate day) {
        Bilingual words = of(day);
        return new Bilingual(
                FRENCH_WEEKDAY.format(day) + " " + words.fr(), ENGLISH_WEEKDAY.format(day) + " " + words.en());
    }

    /** The day that is written "3 mars 2027", "1er juillet 2027", "3/3/2027" (day first) or "2027-03-03"; empty if it is none of these, or no day. */
    public static Optional<LocalDate> read(String written) {
        String text = Folded.of(written.strip());
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3));
        }
        Matcher figures = FIGURES.matcher(text);
        if (figures.matches()) {
            return day(figures.group(3), Integer.parseInt(figures.group(2)), figures.group(1));
        }
        Matcher words = WORDS.matcher(text);
        return words.matches() ? day(words.group(3), month(words.group(2)), words.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** From 1; 0, which no month is, for a word that names none. */
    private static int month(String word) {
        return 1 + Math.max(FRENCH_MONTHS.indexOf(word), ENGLISH_MONTHS.indexOf(word));
    }

    private static List<String> months(Locale locale) {
        DateTimeFormatter name = DateTimeFormatter.ofPattern("MMMM", locale);
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> Folded.of(name.format(LocalDate.of(2000, month, 1))))
                .toList();
    }
}
