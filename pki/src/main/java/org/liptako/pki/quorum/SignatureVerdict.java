package org.liptako.pki.quorum;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.Party;
import org.liptako.pki.validation.RejectionReason;

/** What one signature is worth. */
public sealed interface SignatureVerdict {
    /**
     * It counts.
     *
     * @param signer whose it is
     * @param signedAt when it says it was made
     * @param certificate the signer's own
     */
    record Counted(Party signer, Instant signedAt, X509Certificate certificate) implements SignatureVerdict {}

    /**
     * It does not.
     *
     * @param chain why the signer's chain was refused, if that is the fault
     * @param detail in English, for logs; never quotes a stranger's text
     */
    record Discounted(SignatureFault fault, @Nullable RejectionReason chain, String detail)
            implements SignatureVerdict {
        static Discounted of(SignatureFault fault, String detail) {
            return new Discounted(fault, null, detail);
        }

        /** One line in French. */
        public String french() {
            return chain == null ? fault.french() : fault.french() + " " + chain.french();
        }

        /** One line in English. */
        public String english() {
            return chain == null ? fault.english() : fault.english() + " " + chain.english();
        }
    }
}
