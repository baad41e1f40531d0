package org.liptako.pki.signature;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.validation.Validation;
import org.liptako.pki.wording.Bilingual;

/** A signed statement that cannot be believed; the message says why in one sentence, in English. */
public final class StatementException extends RuntimeException implements Bilingual {
    private final StatementRefusal refusal;
    private final String english;
    private final transient Validation.@Nullable Rejected chainRefusal;

    public StatementException(StatementRefusal refusal, String detail) {
        this(refusal, null, refusal.english() + " [" + detail + "]");
    }

    public StatementException(Validation.Rejected chainRefusal) {
        this(
                StatementRefusal.CHAIN,
                chainRefusal,
                StatementRefusal.CHAIN.english() + " " + chainRefusal.reason().english() + " [" + chainRefusal.detail()
                        + "]");
    }

    private StatementException(StatementRefusal refusal, Validation.@Nullable Rejected chainRefusal, String english) {
        super(english);
        this.refusal = refusal;
        this.chainRefusal = chainRefusal;
        this.english = english;
    }

    public StatementRefusal refusal() {
        return refusal;
    }

    /** Why the signer's chain was refused; empty for every other refusal. */
    public Optional<Validation.Rejected> chainRefusal() {
        return Optional.ofNullable(chainRefusal);
    }

    /** The message, which is in English. */
    @Override
    public String english() {
        return english;
    }

    /** The message in French. */
    @Override
    public String french() {
        Validation.Rejected chain = chainRefusal;
        return chain == null
                ? refusal.french()
                : refusal.french() + " " + chain.reason().french();
    }
}
