package org.liptako.policy.engine;

import java.util.stream.IntStream;

/** How the rules that one identifier leaves possible differ from those that an unnamed one does: a few, whatever the size of the shelf. */
final class Departure {
    private final int[] more;
    private final int[] fewer;

    private Departure(int[] more, int[] fewer) {
        this.more = more;
        this.fewer = fewer;
    }

    /** Takes out the rules that this identifier makes impossible, given what an unnamed one leaves. */
    void narrow(RuleBits possible, RuleBits others) {
        boolean[] there = new boolean[more.length];
        for (int i = 0; i < more.length; i++) {
            there[i] = possible.has(more[i]);
        }
        possible.and(others);
        for (int i = 0; i < more.length; i++) {
            if (there[i]) {
                possible.add(more[i]);
            }
        }
        for (int rule : fewer) {
            possible.remove(rule);
        }
    }

    /** Gathers the rules, by place on the shelf, that treat one identifier unlike an unnamed one. */
    static final class Builder {
        private final IntStream.Builder more = IntStream.builder();
        private final IntStream.Builder fewer = IntStream.builder();

        /** One more rule, which this identifier allows and no unnamed one does, or the reverse. */
        void add(int rule, boolean allowed) {
            (allowed ? more : fewer).add(rule);
        }

        Departure build() {
            return new Departure(more.build().toArray(), fewer.build().toArray());
        }
    }
}
