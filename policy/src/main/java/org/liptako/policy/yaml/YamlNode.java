package org.liptako.policy.yaml;

import java.util.List;

/** A node of a YAML file and where it starts. */
public sealed interface YamlNode {

    Place place();

    /** A text, whatever a YAML schema would make of it; empty where nothing is written. */
    record Scalar(String text, Place place) implements YamlNode {}

    record Sequence(List<YamlNode> items, Place place) implements YamlNode {

        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A map; keys may still be repeated. */
    record Mapping(List<Entry> entries, Place place) implements YamlNode {

        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    record Entry(Scalar key, YamlNode value) {}

    /** What stands in for a node that has been reported already; nothing more is said of it. */
    record Broken(Place place) implements YamlNode {}
}
