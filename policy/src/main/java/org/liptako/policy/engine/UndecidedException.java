package org.liptako.policy.engine;

/** An engine gave no answer where one is needed to go on. */
public final class UndecidedException extends RuntimeException {
    private final transient Judgement.Undecided undecided;

    public UndecidedException(Judgement.Undecided undecided) {
        super(undecided.failure() + ": " + undecided.detail());
        this.undecided = undecided;
    }

    public Judgement.Undecided undecided() {
        return undecided;
    }
}
