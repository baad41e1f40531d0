package org.liptako.policy.analysis.encoding;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.ISolver;
import org.sat4j.specs.TimeoutException;

/**
 * Looks for an assignment of a circuit's inputs under which literals are true. It ends with one or with a proof that there is none; a search
 * that would take too long is an exception, never a "none". What one search learns serves the next. Not thread-safe.
 */
public final class Search {

    /** Far beyond what rule sets need, where hundreds are many; it keeps a hostile one from running for days. */
    private static final int MOST_CONFLICTS = 20_000_000;

    private final Circuit circuit;
    private final ISolver solver = SolverFactory.newDefault();
    private final BitSet loaded = new BitSet();

    public Search(Circuit circuit) {
        this.circuit = circuit;
        solver.setTimeoutOnConflicts(MOST_CONFLICTS);
        add(Circuit.TRUE);
        loaded.set(Circuit.TRUE);
    }

    /** An assignment under which all the literals are true; empty if there is none. */
    public Optional<Assignment> all(int... literals) {
        for (int literal : literals) {
            load(Math.abs(literal));
        }
        try {
            if (!solver.isSatisfiable(new VecInt(literals))) {
                return Optional.empty();
            }
        } catch (TimeoutException tooLong) {
            throw new UnfinishedSearchException(tooLong);
        }
        BitSet inputs = new BitSet();
        for (int literal : solver.model()) {
            if (literal > 0) {
                inputs.set(literal);
            }
        }
        return Optional.of(new Assignment(inputs));
    }

    /** Gives the solver the definition of a gate and of all that it rests on, the axioms of its inputs included. */
    private void load(int gate) {
        Deque<Integer> waiting = new ArrayDeque<>();
        waiting.push(gate);
        while (!waiting.isEmpty()) {
            int next = waiting.pop();
            if (!loaded.get(next)) {
                loaded.set(next);
                define(next, circuit.parts(next));
                for (int part : circuit.parts(next)) {
                    waiting.push(Math.abs(part));
                }
                for (int[] axiom : circuit.axioms(next)) {
                    add(axiom);
                    for (int input : axiom) {
                        waiting.push(Math.abs(input));
                    }
                }
            }
        }
    }

    private void define(int gate, int[] parts) {
        if (parts.length == 0) {
            // An input must be known to the solver before it can be assumed.
            solver.registerLiteral(gate);
            return;
        }
        int[] whole = new int[parts.length + 1];
        for (int i = 0; i < parts.length; i++) {
            add(-gate, parts[i]);
            whole[i] = -parts[i];
        }
        whole[parts.length] = gate;
        add(whole);
    }

    private void add(int... clause) {
        try {
            solver.addClause(new VecInt(clause));
        } catch (ContradictionException impossible) {
            throw new IllegalStateException("definitions and domains never contradict each other", impossible);
        }
    }
}
