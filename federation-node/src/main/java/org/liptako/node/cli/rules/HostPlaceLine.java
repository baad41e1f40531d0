package org.liptako.node.cli.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.liptako.policy.hosting.HostAnswer;
import org.liptako.policy.hosting.HostPlace;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * How places fare, as one line of JSON.
 *
 * @param countries by their ISO 3166-1 codes
 * @param everyOtherCountry whether every country that no rule names is among them
 * @param answer {@code ALWAYS}, {@code DEPENDS} or {@code NEVER}
 * @param facts those that it depends on
 * @param rules those that permit, that it depends on, or that bar
 */
record HostPlaceLine(
        List<String> countries,
        boolean everyOtherCountry,
        Bilingual place,
        String answer,
        List<String> facts,
        List<String> rules) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param stranger the country that stands for all that no rule names; empty where none does */
    static String of(HostPlace place, String stranger) {
        var named = place.countries().stream()
                .filter(code -> !code.equals(stranger))
                .toList();
        boolean others = named.size() < place.countries().size();
        var line = switch (place.answer()) {
            case HostAnswer.Always always ->
                new HostPlaceLine(named, others, place.name(), "ALWAYS", List.of(), always.rules());
            case HostAnswer.Depends depends ->
                new HostPlaceLine(named, others, place.name(), "DEPENDS", depends.facts(), depends.rules());
            case HostAnswer.Never never ->
                new HostPlaceLine(named, others, place.name(), "NEVER", List.of(), never.rules());
        };
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("strings have a JSON form", impossible);
        }
    }
}
