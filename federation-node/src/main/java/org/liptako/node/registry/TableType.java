package org.liptako.node.registry;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactWord;
import org.liptako.policy.vocabulary.Folded;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * How people write a value in a spreadsheet, and how a catalogue has it.
 *
 * <p>What cannot be understood stays as it was written, for the catalogue's own checks to refuse.
 */
enum TableType {
    TEXT(null, false),
    COUNTRY(null, false),
    /** With a decimal comma or point, and spaces between thousands. */
    NUMBER(null, false),
    /** A number in a unit a thousand times as large. */
    THOUSANDS(null, false),
    TRUTH(null, false),
    /** As 2026-03-01, or day, month and year as in French. */
    DAY(null, false),
    STANDING(null, false),
    SITES(null, true),
    CONTROL("target.control", false),
    TIER_EVIDENCE("target.tier_evidence", false),
    CATEGORIES("dataset.categories", true),
    CLASSIFICATION("dataset.classification", false),
    PERSONAL("dataset.personal", false),
    CONTROLLER("dataset.controller", false);

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u2009\\u202F]+");
    private static final Pattern BETWEEN_ITEMS = Pattern.compile("[;,|/\\n\\r]");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,18}([.,]\\d{1,12})?");
    private static final Pattern FRENCH_DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final Map<String, String> TRUTHS = Map.of(
            "oui", "true", "vrai", "true", "yes", "true", "x", "true", "1", "true", "non", "false", "faux", "false",
            "no", "false", "0", "false");
    private static final Map<String, String> STANDINGS =
            Map.of("publique", "public", "annonce", "announced", "invente", "invented");
    private static final Map<String, String> COUNTRIES = Countries.codes().stream()
            .flatMap(code -> List.of(Locale.FRENCH, Locale.ENGLISH).stream()
                    .map(language -> Map.entry(Folded.of(Locale.of("", code).getDisplayCountry(language)), code)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));

    private final @Nullable String fact;
    private final boolean list;

    TableType(@Nullable String fact, boolean list) {
        this.fact = fact;
        this.list = list;
    }

    /** Whether several values may stand in one cell, with commas or semicolons between them. */
    boolean isList() {
        return list;
    }

    /** The values of a cell; at most one, unless it is a list. */
    List<String> values(String written, Vocabulary words) {
        Stream<String> items = list ? Arrays.stream(BETWEEN_ITEMS.split(written, -1)) : Stream.of(written);
        return items.map(item -> value(item, words))
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** The codes that may stand here, each with its word in French; empty where it is not a matter of codes. */
    Optional<String> codes(Vocabulary words) {
        return Optional.ofNullable(fact)
                .map(code -> words.theFact(code).words().stream()
                        .map(word -> word.word() + " (" + word.code() + ")")
                        .collect(Collectors.joining(", ")));
    }

    private String value(String written, Vocabulary words) {
        String text = SPACES.matcher(written).replaceAll(" ").strip();
        return switch (this) {
            case TEXT -> text;
            case SITES -> text.toUpperCase(Locale.ROOT);
            case COUNTRY -> country(text);
            case NUMBER -> number(text, Function.identity());
            case THOUSANDS -> number(text, number -> number.multiply(THOUSAND));
            case TRUTH -> TRUTHS.getOrDefault(Folded.of(text), text);
            case DAY -> day(text).map(LocalDate::toString).orElse(text);
            case STANDING -> STANDINGS.getOrDefault(Folded.of(text), text);
            case CONTROL, TIER_EVIDENCE, CATEGORIES, CLASSIFICATION, PERSONAL, CONTROLLER -> code(text, words);
        };
    }

    private String code(String text, Vocabulary words) {
        if (fact == null) {
            return text;
        }
        Fact known = words.theFact(fact);
        String word = text.replace(' ', '_').replace('\'', '_').replace('’', '_');
        return known.wordByCode(text)
                .or(() -> known.wordInRules(word))
                .or(() -> known.wordByCode(word.toUpperCase(Locale.ROOT)))
                .map(FactWord::code)
                .orElse(text);
    }

    private static String country(String text) {
        String capitals = text.toUpperCase(Locale.ROOT);
        return Countries.isAssigned(capitals) ? capitals : COUNTRIES.getOrDefault(Folded.of(text), text);
    }

    private static String number(String text, Function<BigDecimal, BigDecimal> unit) {
        String together = text.replace(" ", "");
        if (!DECIMAL.matcher(together).matches()) {
            return text;
        }
        return unit.apply(new BigDecimal(together.replace(',', '.')))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            Matcher french = FRENCH_DAY.matcher(text);
            if (french.matches()) {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(french.group(3)),
                        Integer.parseInt(french.group(2)),
                        Integer.parseInt(french.group(1))));
            }
            return Optional.of(text.contains("T") ? LocalDateTime.parse(text).toLocalDate() : LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
