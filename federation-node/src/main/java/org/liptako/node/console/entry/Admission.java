package org.liptako.node.console.entry;

import org.liptako.node.identity.CallRights;
import org.liptako.node.identity.Caller;
import org.liptako.node.identity.CertifiedCallers;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/** Whom a chain lets in at this moment: a person of the State, whose certificate is believed now. Thread-safe. */
final class Admission {
    /** Whoever may ask for a link may come in. */
    private static final String CALL = "liptako.console.v1.SignInService/OpenLink";

    private final CertifiedCallers callers;
    private final CallRights rights = new CallRights();
    private final State own;

    Admission(CertifiedCallers callers, State own) {
        this.callers = callers;
        this.own = own;
    }

    /** What came of looking at a chain. */
    sealed interface Finding {
        /** It is somebody whom the pages are for. */
        record Admitted(Caller caller) implements Finding {}

        /** It is not. */
        record Barred(EntryRefusal why) implements Finding {}
    }

    /**
     * Judges a chain now.
     *
     * @throws Failure if it cannot be judged
     */
    Finding judge(ShownChain chain) {
        try {
            Caller caller = callers.of(chain.certificates());
            return rights.of(CALL).filter(right -> right.admits(caller, own)).isPresent()
                    ? new Finding.Admitted(caller)
                    : new Finding.Barred(EntryRefusal.STRANGER);
        } catch (Failure failure) {
            if (failure.code() != ErrorCode.CALLER_UNTRUSTED) {
                throw failure;
            }
            return new Finding.Barred(EntryRefusal.CERTIFICATE_REFUSED);
        }
    }
}
