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
    private volatile ChainValidator withoutLists;

    CurrentTrust(ChainValidator first, TrustEpoch epoch) {
        this.validator = first;
        this.withoutLists = first;
        this.epoch = epoch;
    }

    public ChainValidator validator() {
        return validator;
    }

    /**
     * Believes the same authorities and looks at no revocation list: for this node's own certificate, and for the
     * server that is asked for newer lists when those held here are old. What that server says is signed by others.
     */
    ChainValidator withoutLists() {
        return withoutLists;
    }

    public TrustEpoch epoch() {
        return epoch;
    }

    /** Judges by another validator from now on, and has all that is open judged again. */
    void believe(ChainValidator changed, ChainValidator changedWithoutLists) {
        validator = changed;
        withoutLists = changedWithoutLists;
        epoch.advance();
    }
}
