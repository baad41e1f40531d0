package org.liptako.node.rulebook;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.liptako.policy.edition.EditionLine;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.rules.Jurisdiction;

/** The editions of all jurisdictions that this node holds; immutable. */
final class EditionLines {
    static final EditionLines NONE = new EditionLines(Map.of());

    private final Map<Jurisdiction, EditionLine> lines;

    EditionLines(Map<Jurisdiction, EditionLine> lines) {
        this.lines = Map.copyOf(lines);
    }

    EditionLine of(Jurisdiction jurisdiction) {
        return Objects.requireNonNullElse(lines.get(jurisdiction), EditionLine.EMPTY);
    }

    EditionLines with(Jurisdiction jurisdiction, EditionLine line) {
        Map<Jurisdiction, EditionLine> longer = new EnumMap<>(Jurisdiction.class);
        longer.putAll(lines);
        longer.put(jurisdiction, line);
        return new EditionLines(longer);
    }

    /** What is law somewhere at that instant, by jurisdiction. */
    Map<Jurisdiction, HeldEdition> inForce(Instant at) {
        Map<Jurisdiction, HeldEdition> inForce = new EnumMap<>(Jurisdiction.class);
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            of(jurisdiction).inForce(at).ifPresent(held -> inForce.put(jurisdiction, held));
        }
        return inForce;
    }

    /** When another set of editions will be in force. */
    Optional<Instant> nextChange(Instant after) {
        return lines.values().stream()
                .flatMap(line -> line.nextChange(after).stream())
                .min(Comparator.naturalOrder());
    }

    /** How many editions. */
    int size() {
        return lines.values().stream().mapToInt(line -> line.editions().size()).sum();
    }
}
