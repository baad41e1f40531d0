package org.liptako.policy.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.vocabulary.Fact;

/**
 * All conditions of a rule set as one table of forms, held as columns: a condition is a row number, and {@link #value} its truth (section 3).
 * {@link FormCompiler} fills it; what forms compare with are already the numbers that {@link Facts#bits} holds. Immutable, thread-safe.
 */
final class FormTable {
    /** True of every document. */
    static final byte ALWAYS = 0;
    /** A single value between {@code low} and {@code high}, both included. */
    static final byte BETWEEN = 1;
    /** A listed value or boolean whose bit is set in {@code low}. */
    static final byte AMONG = 2;
    /** A country whose bit is set in {@code operand}, a {@code long[]}. */
    static final byte AMONG_COUNTRIES = 3;
    /** An integer found in {@code operand}, a sorted {@code long[]}. */
    static final byte AMONG_NUMBERS = 4;
    /** An identifier found in {@code operand}, a {@code Set<String>}. */
    static final byte AMONG_TEXTS = 5;
    /** A set with a member whose bit is set in {@code low}. */
    static final byte MEETS = 6;
    /** A set all of whose members have their bits set in {@code low}. */
    static final byte ONLY = 7;
    /** Two facts whose numbers are equal. */
    static final byte SAME = 8;
    /** Two identifiers that are equal. */
    static final byte SAME_TEXT = 9;
    /** A country that belongs to {@code operand}, a {@link CompiledSpace}, at the instant judged. */
    static final byte MEMBER = 10;
    /** Every row in {@code operand}, an {@code int[]}. */
    static final byte ALL = 11;
    /** One row in {@code operand}, an {@code int[]}. */
    static final byte ANY = 12;
    /** Not the one row in {@code operand}, an {@code int[]}. */
    static final byte NOT = 13;

    /** One row while the table is being made; rows with equal keys are the same row. */
    record Row(byte kind, List<Fact> facts, long low, long high, Object operand) {}

    private final byte[] kinds;
    private final long[] needed;
    private final Fact[][] facts;
    private final long[] lows;
    private final long[] highs;
    private final Object[] operands;

    FormTable(List<Row> rows) {
        int size = rows.size();
        kinds = new byte[size];
        needed = new long[size];
        facts = new Fact[size][];
        lows = new long[size];
        highs = new long[size];
        operands = new Object[size];
        for (int i = 0; i < size; i++) {
            Row row = rows.get(i);
            kinds[i] = row.kind();
            facts[i] = row.facts().toArray(Fact[]::new);
            for (Fact fact : row.facts()) {
                needed[i] |= 1L << fact.ordinal();
            }
            lows[i] = row.low();
            highs[i] = row.high();
            operands[i] = row.operand();
        }
    }

    /** The truth of a row, in the bits of {@link Kleene}. Recursion is as deep as conditions may be nested (section 2). */
    int value(int row, Facts document) {
        byte kind = kinds[row];
        return switch (kind) {
            case ALWAYS -> Kleene.TRUE;
            case ALL -> all((int[]) operands[row], document);
            case ANY -> any((int[]) operands[row], document);
            case NOT -> Kleene.not(value(((int[]) operands[row])[0], document));
            default ->
                (document.known() & needed[row]) == needed[row]
                        ? Kleene.of(holds(kind, row, document))
                        : Kleene.UNKNOWN;
        };
    }

    private int all(int[] rows, Facts document) {
        int value = Kleene.TRUE;
        for (int i = 0; i < rows.length && value != Kleene.FALSE; i++) {
            value = Kleene.and(value, value(rows[i], document));
        }
        return value;
    }

    private int any(int[] rows, Facts document) {
        int value = Kleene.FALSE;
        for (int i = 0; i < rows.length && value != Kleene.TRUE; i++) {
            value = Kleene.or(value, value(rows[i], document));
        }
        return value;
    }

    private boolean holds(byte kind, int row, Facts document) {
        Fact fact = facts[row][0];
        long bits = document.bits(fact);
        return switch (kind) {
            case BETWEEN -> lows[row] <= bits && bits <= highs[row];
            case AMONG -> ((lows[row] >>> bits) & 1) != 0;
            case AMONG_COUNTRIES -> CompiledSpace.isSet((long[]) operands[row], bits);
            case AMONG_NUMBERS -> Arrays.binarySearch((long[]) operands[row], bits) >= 0;
            case AMONG_TEXTS -> ((Set<?>) operands[row]).contains(document.text(fact));
            case MEETS -> (bits & lows[row]) != 0;
            case ONLY -> (bits & ~lows[row]) == 0;
            case SAME -> bits == document.bits(facts[row][1]);
            case SAME_TEXT -> document.text(fact).equals(document.text(facts[row][1]));
            case MEMBER -> ((CompiledSpace) operands[row]).contains(bits, document.atSecond());
            default -> throw new IllegalStateException("form table row " + row + " has the unknown kind " + kind);
        };
    }
}
