package org.liptako.policy.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liptako.policy.vocabulary.Bilingual;

/** A maker of rules: one of the three States, or the alliance. Declared in the order in which rule sets are digested. */
public enum Jurisdiction {
    ML(ZoneOffset.UTC, "Mali", "Mali"),
    BF(ZoneOffset.UTC, "Burkina Faso", "Burkina Faso"),
    /** Africa/Niamey is an hour ahead of UTC all year; the offset is fixed so that a rule's day never moves. */
    NE(ZoneOffset.ofHours(1), "Niger", "Niger"),
    AES(ZoneOffset.UTC, "Alliance des États du Sahel", "Alliance of Sahel States");

    private final ZoneOffset offset;
    private final String fr;
    private final String en;

    Jurisdiction(ZoneOffset offset, String fr, String en) {
        this.offset = offset;
        this.fr = fr;
        this.en = en;
    }

    public ZoneOffset offset() {
        return offset;
    }

    public Bilingual label() {
        return new Bilingual(fr, en);
    }

    public boolean isState() {
        return this != AES;
    }

    /** The instant at which a local day begins here. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(offset).toInstant();
    }

    /** The member State with this country code. */
    public static Optional<Jurisdiction> ofState(String country) {
        return of(country).filter(Jurisdiction::isState);
    }

    /** The jurisdiction with this code, exactly as written. */
    public static Optional<Jurisdiction> of(String code) {
        return all().stream().filter(one -> one.name().equals(code)).findFirst();
    }

    public static List<Jurisdiction> all() {
        return ALL;
    }

    private static final List<Jurisdiction> ALL = List.copyOf(Arrays.asList(values()));
}
