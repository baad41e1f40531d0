package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.node.inquiry.Asked;
import org.liptako.node.inquiry.Blank;
import org.liptako.node.inquiry.Question;

/**
 * A question as an address has it.
 *
 * @param filled the blanks that are filled in
 * @param page the token of the page; empty for the first
 */
record QuestionQuery(Question question, Map<Blank, String> filled, String page) {
    private static final String PAGE = "page";
    private static final int LONGEST = 200;

    QuestionQuery {
        filled = Map.copyOf(filled);
    }

    static QuestionQuery of(Question question, HttpRequest<?> request) {
        ZoneId zone = Visit.of(request).words().zone();
        Map<Blank, String> filled = new EnumMap<>(Blank.class);
        Stream.concat(question.required().stream(), question.filters().stream())
                .forEach(blank -> request.getParameters()
                        .getFirst(blank.key())
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                        .ifPresent(text -> filled.put(blank, isTime(blank) ? FormTime.whole(text, zone) : text)));
        return new QuestionQuery(
                question, filled, request.getParameters().getFirst(PAGE).orElse(""));
    }

    private static boolean isTime(Blank blank) {
        return switch (blank) {
            case ON, KNOWN, SINCE, UNTIL -> true;
            case DATASET, STATE, SITE, STATUS, DAYS -> false;
        };
    }

    /** Whether the reader has begun to fill it in. */
    boolean begun() {
        return !filled.isEmpty();
    }

    /** @throws org.liptako.node.wire.Failure INVALID_REQUEST for a blank that is wanted and not filled in, or that has no meaning */
    Asked asked(Instant now) {
        return new Asked(question, filled, now).checked();
    }

    /** Its own address, as it is filled in. */
    String address() {
        return blanks().collect(Collectors.joining("&", QuestionReader.path(question) + "?", ""));
    }

    /** An address of the same question, with one field more. */
    String address(String path, String field, String value) {
        return Stream.concat(blanks(), Stream.of(field + "=" + Addresses.encoded(value)))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    private Stream<String> blanks() {
        return filled.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(blank -> blank.getKey().key() + "=" + Addresses.encoded(blank.getValue()));
    }

    String nextPage(String path, String token) {
        return address(path, PAGE, token);
    }
}
