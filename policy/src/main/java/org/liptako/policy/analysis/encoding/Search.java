package org.liptako.policy.analysis.encoding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.ISolver;
import org.sat4j.specs.TimeoutException;

/**
 * Looks for an assignment of a circuit's inputs under which literals are true. It ends with one or with a proof that there is none; a search
 * that would take too long is an exception, never a "none". What one search learns serves the next. It holds no more of the circuit than what it
 * was asked about rests on, so a small question put to a search of its own is answered at once. Not thread-safe.
 */
public final class Search {

    /** Far beyond what rule sets need, where hundreds are many; it keeps a hostile one from running for days. */
    private static final int MOST_CONFLICTS = 20_000_000;

    private final Circuit circuit;
    private final ISolver solver = SolverFactory.newDefault();
    /** The solver numbers the gates that it has from 1 on; this is the gate of each number, and the number of each gate. */
    private final List<Integer> gates = new ArrayList<>(List.of(0));

    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final BitSet inputs = new BitSet();
    private final Deque<Integer> undefined = new ArrayDeque<>();

    public Search(Circuit circuit) {
        this.circuit = circuit;
        solver.setTimeoutOnConflicts(MOST_CONFLICTS);
        add(Circuit.TRUE);
    }

    /** An assignment under which all the literals are true; empty if there is none. */
    public Optional<Assignment> all(int... literals) {
        int[] assumed = IntStream.of(literals).map(this::number).toArray();
        define();
        try {
            if (!solver.isSatisfiable(new VecInt(assumed))) {
                return Optional.empty();
            }
        } catch (TimeoutException tooLong) {
            throw new UnfinishedSearchException(tooLong);
        }
        BitSet found = new BitSet();
        found.set(Circuit.TRUE);
        for (int literal : solver.model()) {
            if (literal > 0 && inputs.get(gates.get(literal))) {
                found.set(gates.get(literal));
            }
        }
        return Optional.of(new Assignment(found));
    }

    /** The solver's literal for one of the circuit's; a gate that is new to the solver waits for its definition. */
    private int number(int literal) {
        int gate = Math.abs(literal);
        int number = numbers.computeIfAbsent(gate, unknown -> {
            undefined.push(gate);
            gates.add(gate);
            return gates.size() - 1;
        });
        return literal > 0 ? number : -number;
    }

    /** Gives the solver the definitions of all gates that wait, and of all that these rest on, the axioms of inputs included. */
    private void define() {
        while (!undefined.isEmpty()) {
            int gate = undefined.pop();
            int[] parts = circuit.parts(gate);
            if (parts.length > 0) {
                defineAnd(gate, parts);
            } else if (gate != Circuit.TRUE) {
                defineInput(gate);
            }
        }
    }

    private void defineAnd(int gate, int[] parts) {
        int[] whole = new int[parts.length + 1];
        for (int i = 0; i < parts.length; i++) {
            add(-gate, parts[i]);
            whole[i] = -parts[i];
        }
        whole[parts.length] = gate;
        add(whole);
    }

    /** Of a chain, only the inputs that the solver has are linked: the document is written from the highest of these. */
    private void defineInput(int input) {
        // An input must be known to the solver before it can be assumed.
        solver.registerLiteral(number(input));
        Circuit.Chain chain = circuit.chainOf(input);
        int before = inputs.previousSetBit(input);
        if (before >= chain.first()) {
            add(-input, before);
        }
        int after = inputs.nextSetBit(input);
        if (after >= 0 && after <= chain.last()) {
            add(-after, input);
        }
        inputs.set(input);
        circuit.axioms(input).forEach(this::add);
    }

    private void add(int... clause) {
        try {
            solver.addClause(new VecInt(IntStream.of(clause).map(this::number).toArray()));
        } catch (ContradictionException impossible) {
            throw new IllegalStateException("definitions and domains never contradict each other", impossible);
        }
    }
}
