package org.liptako.node.cli;

import org.liptako.node.wire.Sentence;
import org.liptako.pki.wording.Bilingual;
import org.liptako.policy.opa.OpaException;

/** Why something below a command did not go, in both languages. */
public final class Reason {
    private Reason() {}

    /** What a failure says of itself; one of the JDK's, or of a library, says it in English alone. */
    public static Sentence of(Throwable failure) {
        return switch (failure) {
            case Bilingual said -> new Sentence(said.french(), said.english());
            case OpaException said ->
                new Sentence(said.wording().fr(), said.wording().en());
            default -> {
                String message = failure.getMessage();
                String told = message == null || message.isBlank()
                        ? failure.getClass().getSimpleName()
                        : message;
                yield new Sentence(told, told);
            }
        };
    }

    /** What the last cause of a failure says; before that, what one says that says it in both languages. */
    public static Sentence below(Throwable failure) {
        Throwable last = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Bilingual) {
                return of(cause);
            }
            last = cause;
        }
        return of(last);
    }
}
