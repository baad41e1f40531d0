package org.liptako.policy.calendar;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.liptako.policy.vocabulary.Bilingual;

/** A day on which a State does not work, and why. */
public record Holiday(LocalDate day, Bilingual name) {

    public Holiday {
        requireNonNull(day, "day is null");
        requireNonNull(name, "name is null");
    }
}
