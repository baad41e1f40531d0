package org.liptako.pki.signature;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.validation.Validation;

/** A signed statement that cannot be believed; the message says why in one sentence, in English. */
public final class StatementException extends RuntimeException {
    private final StatementRefusal refusal;
    private final transient Validation.@Nullable Rejected chainRefusal;

    public StatementException(StatementRefusal refusal, String detail) {
        super(refusal.english() + " [" + detail + "]");
        this.refusal = refusal;
        this.chainRefusal = null;
    }

    public StatementException(Validation.Rejected chainRefusal) {
        super(StatementRefusal.CHAIN.english() + " " + chainRefusal.reason().english() + " [" + chainRefusal.detail()
                + "]");
        this.refusal = StatementRefusal.CHAIN;
        this.chainRefusal = chainRefusal;
    }

    public StatementRefusal refusal() {
        return refusal;
    }

    /** Why the signer's chain was refused; empty for every other refusal. */
    public Optional<Validation.Rejected> chainRefusal() {
        return Optional.ofNullable(chainRefusal);
    }

    /** The message in French. */
    public String french() {
        Validation.Rejected chain = chainRefusal;
        return chain == null
                ? refusal.french()
                : refusal.french() + " " + chain.reason().french();
    }
}
