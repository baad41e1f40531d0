package org.liptako.policy.scenario;

import static java.util.Objects.requireNonNull;

import org.liptako.policy.facts.Facts;
import org.liptako.policy.yaml.Place;

/** One document and what is expected of it; a cell of a matrix is one too. */
public record Scenario(String name, String file, Place place, Facts facts, Expectation expectation) {

    public Scenario {
        requireNonNull(name, "name is null");
        requireNonNull(file, "file is null");
        requireNonNull(place, "place is null");
        requireNonNull(facts, "facts is null");
        requireNonNull(expectation, "expectation is null");
    }

    /** {@code file:line:column}. */
    public String where() {
        return file + ":" + place;
    }
}
