package org.liptako.policy.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.yaml.YamlNode;

/**
 * A rule as far as it could be read: known to others by its id even where the rest is wrong, so that one mistake does not
 * make a second of every rule that names it.
 *
 * @param effect null if it is wrong
 * @param derogations as written, with their places
 * @param rule null if anything that it needs is wrong
 */
record DraftRule(
        YamlNode.Scalar id,
        Jurisdiction jurisdiction,
        Findings.OfFile findings,
        @Nullable Effect effect,
        boolean derogable,
        List<YamlNode.Scalar> derogations,
        @Nullable Rule rule) {}
