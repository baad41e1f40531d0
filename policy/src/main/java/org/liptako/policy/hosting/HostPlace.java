package org.liptako.policy.hosting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * Places that fare alike, and how.
 *
 * @param countries of the kind of place, or of the site
 * @param name the operator of the kind of place, or the site
 */
public record HostPlace(List<String> countries, Bilingual name, HostAnswer answer) {

    public HostPlace {
        countries = List.copyOf(countries);
        requireNonNull(name, "name is null");
        requireNonNull(answer, "answer is null");
    }
}
