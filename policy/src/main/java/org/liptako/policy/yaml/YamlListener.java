package org.liptako.policy.yaml;

/** Told of each mistake as it is met, and of what is allowed but hardly meant. */
@FunctionalInterface
public interface YamlListener {

    void mistake(Place place, Mistake mistake, Object... arguments);

    /** Passed over by whoever only wants to know whether the file can be read. */
    default void warning(Place place, Mistake remark, Object... arguments) {}
}
