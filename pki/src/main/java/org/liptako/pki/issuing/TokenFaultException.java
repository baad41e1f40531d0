package org.liptako.pki.issuing;

import org.jspecify.annotations.Nullable;

/** A token that does not do what is asked; the message has what its module answered. */
public final class TokenFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final TokenFault fault;

    TokenFaultException(TokenFault fault, @Nullable Throwable cause) {
        super(fault + answer(cause), cause);
        this.fault = fault;
    }

    /** What the module answered, such as CKR_PIN_INCORRECT: it lies below what the JDK says of it. */
    private static String answer(@Nullable Throwable cause) {
        Throwable deepest = cause;
        while (deepest != null && deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest == null ? "" : " (" + deepest.getMessage() + ")";
    }

    public TokenFault fault() {
        return fault;
    }
}
