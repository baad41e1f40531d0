package org.liptako.policy.yaml;

/** Told of each mistake as it is met. */
@FunctionalInterface
public interface YamlListener {

    void mistake(Place place, Mistake mistake, Object... arguments);
}
