package org.liptako.node.console;

import io.micronaut.http.HttpParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * Facts that an address makes up, as they were written; those of which nothing is said are left out.
 *
 * @param facts the values of each, by its dotted code
 * @param day on which they are judged, as written; empty for now
 */
record TrialQuery(Map<String, List<String>> facts, String day) {
    static final String DAY = "day";
    /** Facts without a group; what else stands in an address without a dot is no fact. */
    private static final List<String> LONE = List.of("operation", "purpose", "recipient");

    private static final Pattern GROUPED = Pattern.compile("[a-z_]{1,40}\\.[A-Za-z_]{1,40}");
    private static final Pattern WRITTEN = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    TrialQuery {
        facts = new LinkedHashMap<>(facts);
    }

    static TrialQuery of(HttpParameters address) {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        for (String name : address.names()) {
            List<String> said = address.getAll(name).stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (!said.isEmpty() && (LONE.contains(name) || GROUPED.matcher(name).matches())) {
                facts.put(name, said);
            }
        }
        return new TrialQuery(facts, address.getFirst(DAY).orElse("").strip());
    }

    /** What is said of a fact; nothing if it is left out. */
    List<String> said(String fact) {
        return facts.getOrDefault(fact, List.of());
    }

    boolean isEmpty() {
        return facts.isEmpty();
    }

    /** @throws Failure INVALID_REQUEST for what is no day */
    Optional<LocalDate> wantedDay() {
        if (day.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (WRITTEN.matcher(day).matches()) {
                return Optional.of(LocalDate.parse(day));
            }
        } catch (DateTimeException noDay) {
            // Such as 31 June: told below.
        }
        throw new Failure(ErrorCode.INVALID_REQUEST, Words.sentence("trial.bad.day"));
    }
}
