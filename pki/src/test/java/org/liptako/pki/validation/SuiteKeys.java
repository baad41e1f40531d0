package org.liptako.pki.validation;

import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stock of keys, from which each case takes anew: making keys would take most of a suite's time. */
final class SuiteKeys {
    private static final List<KeyPair> STOCK = new CopyOnWriteArrayList<>();

    private int taken;

    /** A key that this case has not used yet. */
    KeyPair next() {
        if (taken == STOCK.size()) {
            STOCK.add(Draft.newKey("EC", 256));
        }
        return STOCK.get(taken++);
    }
}
