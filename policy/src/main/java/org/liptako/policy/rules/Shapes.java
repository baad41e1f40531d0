package org.liptako.policy.rules;

import java.util.List;
import java.util.Optional;
import org.liptako.policy.yaml.YamlNode;

/** Takes nodes for what they should be, and reports those that are something else. A broken node has been reported. */
public record Shapes(Findings.OfFile findings) {

    /** A text that is not blank. */
    public Optional<YamlNode.Scalar> text(YamlNode node, String name) {
        return switch (node) {
            case YamlNode.Scalar scalar -> {
                if (scalar.text().isBlank()) {
                    findings.error(node.place(), RuleMistake.EMPTY_TEXT, name);
                    yield Optional.empty();
                }
                yield Optional.of(scalar);
            }
            case YamlNode.Sequence list -> reported(list, RuleMistake.NOT_A_TEXT, name);
            case YamlNode.Mapping map -> reported(map, RuleMistake.NOT_A_TEXT, name);
            case YamlNode.Broken broken -> Optional.empty();
        };
    }

    /** A list with at least one item. */
    public Optional<List<YamlNode>> list(YamlNode node, String name) {
        Optional<List<YamlNode>> items = listOrNone(node, name);
        if (items.isPresent() && items.get().isEmpty()) {
            findings.error(node.place(), RuleMistake.EMPTY_LIST, name);
            return Optional.empty();
        }
        return items;
    }

    /** A list, which may be empty. */
    public Optional<List<YamlNode>> listOrNone(YamlNode node, String name) {
        return switch (node) {
            case YamlNode.Sequence list -> Optional.of(list.items());
            case YamlNode.Scalar scalar -> reported(scalar, RuleMistake.NOT_A_LIST, name);
            case YamlNode.Mapping map -> reported(map, RuleMistake.NOT_A_LIST, name);
            case YamlNode.Broken broken -> Optional.empty();
        };
    }

    /** A map with at least one key. */
    public Optional<YamlNode.Mapping> map(YamlNode node, String name) {
        return switch (node) {
            case YamlNode.Mapping map -> {
                if (map.entries().isEmpty()) {
                    findings.error(node.place(), RuleMistake.EMPTY_MAP, name);
                    yield Optional.empty();
                }
                yield Optional.of(map);
            }
            case YamlNode.Sequence list -> reported(list, RuleMistake.NOT_A_MAP, name);
            case YamlNode.Scalar scalar ->
                reported(scalar, scalar.text().isBlank() ? RuleMistake.EMPTY_MAP : RuleMistake.NOT_A_MAP, name);
            case YamlNode.Broken broken -> Optional.empty();
        };
    }

    /** A map with at least one key, and only these. */
    public Optional<Fields> fields(YamlNode node, String name, List<String> known) {
        return map(node, name).map(mapping -> Fields.of(mapping, known, findings));
    }

    private <T> Optional<T> reported(YamlNode node, RuleMistake mistake, String name) {
        findings.error(node.place(), mistake, name);
        return Optional.empty();
    }
}
