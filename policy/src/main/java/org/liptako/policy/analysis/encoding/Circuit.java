package org.liptako.policy.analysis.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A boolean circuit of inputs, ands and negations, in which equal gates are one gate. A literal is a gate's number, or minus it for its
 * negation. What is equal by the shape of two formulas costs nothing to prove so. Not thread-safe.
 */
public final class Circuit {

    public static final int TRUE = 1;
    public static final int FALSE = -1;

    private static final int[] NOTHING = {};

    private final List<int[]> gates = new ArrayList<>();
    private final Map<Parts, Integer> known = new HashMap<>();
    private final Map<Integer, List<int[]>> axioms = new HashMap<>();
    private final NavigableMap<Integer, Integer> chains = new TreeMap<>();

    public Circuit() {
        gates.add(NOTHING);
        gates.add(NOTHING);
    }

    /** The parts of an and, for finding the gate that is already there. */
    private record Parts(List<Integer> literals) {}

    /** The first and the last number of inputs each of which implies those before it. */
    record Chain(int first, int last) {}

    /** A new input, free but for the axioms. */
    public int input() {
        gates.add(NOTHING);
        return gates.size() - 1;
    }

    /** New inputs, numbered one after the other, each of which implies those before it in every document. */
    int[] chain(int length) {
        int first = gates.size();
        chains.put(first, first + length - 1);
        return IntStream.range(0, length).map(i -> input()).toArray();
    }

    /** True if all are; true of none. */
    public int and(int... literals) {
        int[] sorted = IntStream.of(literals)
                .filter(literal -> literal != TRUE)
                .sorted()
                .distinct()
                .toArray();
        for (int literal : sorted) {
            if (literal == FALSE || (literal < 0 && Arrays.binarySearch(sorted, -literal) >= 0)) {
                return FALSE;
            }
        }
        return switch (sorted.length) {
            case 0 -> TRUE;
            case 1 -> sorted[0];
            default ->
                known.computeIfAbsent(new Parts(IntStream.of(sorted).boxed().toList()), parts -> {
                    gates.add(sorted);
                    return gates.size() - 1;
                });
        };
    }

    public int and(Collection<Integer> literals) {
        return and(literals.stream().mapToInt(Integer::intValue).toArray());
    }

    /** True if one is; false of none. */
    public int or(int... literals) {
        return -and(IntStream.of(literals).map(literal -> -literal).toArray());
    }

    public int or(Collection<Integer> literals) {
        return or(literals.stream().mapToInt(Integer::intValue).toArray());
    }

    /** True if both are the same. */
    public int same(int one, int other) {
        return and(-and(one, -other), -and(-one, other));
    }

    /** From now on, at least one of these inputs or negated inputs is true in every document. */
    void require(int... anyOf) {
        for (int input : anyOf) {
            axioms.computeIfAbsent(Math.abs(input), key -> new ArrayList<>()).add(anyOf.clone());
        }
    }

    /** The axioms that speak of an input. */
    List<int[]> axioms(int input) {
        return axioms.getOrDefault(input, List.of());
    }

    /** The first and last input of the chain that an input is in; itself if it is in none. */
    Chain chainOf(int input) {
        Map.Entry<Integer, Integer> chain = chains.floorEntry(input);
        return chain == null || chain.getValue() < input
                ? new Chain(input, input)
                : new Chain(chain.getKey(), chain.getValue());
    }

    /** The parts of an and; empty for an input. */
    int[] parts(int gate) {
        return gates.get(gate);
    }
}
