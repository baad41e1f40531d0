package org.liptako.policy.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liptako.policy.vocabulary.Folded;
import org.liptako.policy.vocabulary.Nearest;
import org.liptako.policy.yaml.Place;
import org.liptako.policy.yaml.YamlNode;

/** A map whose keys are known beforehand: unknown and repeated ones have been reported. */
public final class Fields {

    private final Place place;
    private final Map<String, YamlNode> values;
    private final Set<String> misspelt;
    private final Findings.OfFile findings;

    private Fields(Place place, Map<String, YamlNode> values, Set<String> misspelt, Findings.OfFile findings) {
        this.place = place;
        this.values = values;
        this.misspelt = misspelt;
        this.findings = findings;
    }

    static Fields of(YamlNode.Mapping mapping, List<String> known, Findings.OfFile findings) {
        Map<String, YamlNode> values = new HashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        Set<String> misspelt = new HashSet<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            String written = entry.key().text();
            String key = Folded.of(written);
            Place place = entry.key().place();
            Integer first = lines.putIfAbsent(key, place.line());
            if (first != null) {
                findings.error(place, RuleMistake.DUPLICATE_KEY, Quoted.of(written), first);
            } else if (known.contains(key)) {
                values.put(key, entry.value());
            } else {
                findings.error(place, RuleMistake.UNKNOWN_KEY, Quoted.of(written), new Hint(written, () -> known));
                // Past so many keys nobody has misspelt one of the few that there are.
                misspelt.add(
                        lines.size() > 2 * known.size()
                                ? ""
                                : Nearest.to(written, known).orElse(""));
            }
        }
        return new Fields(mapping.place(), values, misspelt, findings);
    }

    /** Where the map starts. */
    public Place place() {
        return place;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Where the value of a key that is there starts. */
    public Place place(String key) {
        return get(key).map(YamlNode::place).orElse(place);
    }

    public Optional<YamlNode> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Whether there is a key that should not be; it has been reported. */
    boolean hasUnknownKeys() {
        return !misspelt.isEmpty();
    }

    /** Whether the key is not there, not even misspelt, which has been reported. */
    boolean lacks(String key) {
        return !has(key) && !misspelt.contains(key);
    }

    /** The value; reported if the key is not there. */
    public Optional<YamlNode> require(String key) {
        if (lacks(key)) {
            findings.error(place, RuleMistake.MISSING_KEY, key);
        }
        return get(key);
    }
}
