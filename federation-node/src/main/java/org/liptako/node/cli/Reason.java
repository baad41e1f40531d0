package org.liptako.node.cli;

import org.liptako.node.wire.Sentence;
import org.liptako.pki.ceremony.CeremonyException;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.quorum.QuorumException;
import org.liptako.pki.revocation.RevocationListException;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.trust.TrustStoreException;
import org.liptako.policy.opa.OpaException;

/** Why something below a command did not go, in both languages. */
public final class Reason {
    private Reason() {}

    /** What a failure says of itself; one of the JDK's, or of a library, says it in English alone. */
    public static Sentence of(Exception failure) {
        return switch (failure) {
            case IssuingException said -> new Sentence(said.french(), said.english());
            case CeremonyException said -> new Sentence(said.french(), said.english());
            case QuorumException said -> new Sentence(said.french(), said.english());
            case TrustStoreException said -> new Sentence(said.french(), said.english());
            case RevocationListException said -> new Sentence(said.french(), said.english());
            case MalformedNameException said -> new Sentence(said.french(), said.english());
            case MalformedLogException said -> new Sentence(said.french(), said.english());
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
}
