package org.liptako.policy.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.liptako.policy.vocabulary.Obligation;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.yaml.YamlNode;

/** Reads {@code obligations}: codes in written order, free but for their form. */
record ObligationReader(Vocabulary vocabulary, Findings.OfFile findings) {

    private static final String KEY = "obligations";
    private static final int LONGEST = 128;
    private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,%d}".formatted(LONGEST));

    List<String> codes(Fields rule) {
        Shapes shapes = new Shapes(findings);
        Set<String> codes = new LinkedHashSet<>();
        Optional<List<YamlNode>> items = rule.get(KEY).flatMap(node -> shapes.list(node, KEY));
        items.orElse(List.of()).forEach(item -> shapes.text(item, KEY).ifPresent(code -> add(code, codes)));
        return List.copyOf(codes);
    }

    private void add(YamlNode.Scalar code, Set<String> codes) {
        String text = code.text();
        if (!CODE.matcher(text).matches()) {
            findings.error(code.place(), RuleMistake.OBLIGATION_MALFORMED, Quoted.of(text), LONGEST);
        } else if (!codes.add(text)) {
            findings.error(code.place(), RuleMistake.OBLIGATION_REPEATED, text);
        } else if (vocabulary.obligation(text).isEmpty()) {
            findings.warning(code.place(), RuleMistake.OBLIGATION_UNKNOWN, text, new Hint(text, this::known));
        }
    }

    private List<String> known() {
        return vocabulary.obligations().stream().map(Obligation::code).toList();
    }
}
