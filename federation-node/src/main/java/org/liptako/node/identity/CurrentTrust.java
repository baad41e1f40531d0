package org.liptako.node.identity;

import org.liptako.pki.validation.ChainValidator;

/**
 * The validator by which this node believes others now: a new one for each change of what is trusted.
 *
 * <p>Whoever judges asks for it at each use. Safe for use by many threads.
 */
public final class CurrentTrust {
    private final TrustEpoch epoch;
    private volatile ChainValidator validator;

    CurrentTrust(ChainValidator first, TrustEpoch epoch) {
        this.validator = first;
        this.epoch = epoch;
    }

    public ChainValidator validator() {
        return validator;
    }

    public TrustEpoch epoch() {
        return epoch;
    }

    /** Judges by another validator from now on, and has all that is open judged again. */
    void believe(ChainValidator changed) {
        validator = changed;
        epoch.advance();
    }
}
