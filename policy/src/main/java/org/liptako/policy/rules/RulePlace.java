package org.liptako.policy.rules;

import static java.util.Objects.requireNonNull;

import org.liptako.policy.yaml.Place;

/**
 * Where a rule stands.
 *
 * @param file relative to the rules directory, with {@code /}
 */
public record RulePlace(String file, Place place) {

    public RulePlace {
        requireNonNull(file, "file is null");
        requireNonNull(place, "place is null");
    }
}
