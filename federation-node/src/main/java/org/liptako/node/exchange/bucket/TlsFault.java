package org.liptako.node.exchange.bucket;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;

/** Why an object store's certificate was not accepted, in one sentence. */
final class TlsFault {
    private static final int MOST_SHOWN = 160;

    private TlsFault() {}

    /** Empty if that is not what was wrong. */
    static Optional<Sentence> of(String endpoint, Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = thrown; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        // A chain that cannot be made, or holds no longer, is told of by a CertificateException too: so it is looked
        // for first.
        Optional<Throwable> chain = causes.stream()
                .filter(cause ->
                        cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException)
                .findFirst();
        return chain.isPresent()
                ? chain.map(cause -> unvouched(endpoint, said(cause)))
                : causes.stream()
                        .filter(CertificateException.class::isInstance)
                        .findFirst()
                        .map(cause -> misnamed(endpoint, said(cause)));
    }

    private static Sentence unvouched(String endpoint, String said) {
        return new Sentence(
                "Le certificat du stockage d'objets " + endpoint
                        + " n'est garanti par aucune des racines (liptako.exchange.s3.tls-roots), ou n'est pas valable"
                        + " maintenant (" + said + ") ; corrigez le fichier des racines, ou le certificat.",
                "The certificate of the object store " + endpoint
                        + " is vouched for by none of the roots (liptako.exchange.s3.tls-roots), or is not valid now"
                        + " (" + said + "); mend the file of roots, or the certificate.");
    }

    private static Sentence misnamed(String endpoint, String said) {
        return new Sentence(
                "Le certificat du stockage d'objets " + endpoint + " est à un autre nom (" + said
                        + ") ; corrigez liptako.exchange.s3.endpoint, ou le certificat.",
                "The certificate of the object store " + endpoint + " is for another name (" + said
                        + "); mend liptako.exchange.s3.endpoint, or the certificate.");
    }

    private static String said(Throwable cause) {
        return Printable.line(String.valueOf(cause.getMessage()), MOST_SHOWN);
    }
}
