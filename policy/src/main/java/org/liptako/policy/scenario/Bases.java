package org.liptako.policy.scenario;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.rules.Findings;
import org.liptako.policy.rules.Hint;
import org.liptako.policy.rules.Quoted;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.yaml.Place;

/** The named sets of facts of all files of a directory, from which scenarios and other bases inherit. Not thread-safe. */
final class Bases {

    private final Map<String, Base> byName = new HashMap<>();

    private record Base(FactSettings settings, String file) {}

    void add(String name, FactSettings settings, Place place, Findings.OfFile findings) {
        Base there = byName.get(name);
        if (there != null) {
            findings.error(place, ScenarioMistake.BASE_REPEATED, Quoted.of(name), there.file());
        } else {
            byName.put(name, new Base(settings, findings.file()));
        }
    }

    /** All facts that come together; empty if a base is missing or inherits from itself, which is then reported at the place. */
    Optional<Map<Fact, List<FactValue>>> resolve(FactSettings settings, Place place, Findings.OfFile findings) {
        Map<Fact, List<FactValue>> facts = new LinkedHashMap<>();
        return addTo(facts, settings, new ArrayDeque<>(), place, findings) ? Optional.of(facts) : Optional.empty();
    }

    private boolean addTo(
            Map<Fact, List<FactValue>> facts,
            FactSettings settings,
            Deque<String> path,
            Place place,
            Findings.OfFile findings) {
        for (String name : settings.bases()) {
            Base base = byName.get(name);
            if (base == null) {
                findings.error(
                        place,
                        ScenarioMistake.UNKNOWN_BASE,
                        Quoted.of(name),
                        new Hint(name, () -> byName.keySet().stream().sorted().toList()));
                return false;
            }
            if (path.contains(name)) {
                findings.error(place, ScenarioMistake.BASE_IN_A_CIRCLE, Quoted.of(name));
                return false;
            }
            path.push(name);
            if (!addTo(facts, base.settings(), path, place, findings)) {
                return false;
            }
            path.pop();
        }
        settings.applyTo(facts);
        return true;
    }
}
