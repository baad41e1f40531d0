package org.liptako.node.cli.receipt;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Reason;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.name.Zone;
import org.liptako.pki.receipt.ReceiptVerifier;

/**
 * What receipts are checked with: the one thing that whoever checks must already have.
 *
 * @param file the root, PEM; several while one follows another
 * @param zone the federation's DNS zone
 */
record BelievedRoot(Path file, String zone) {
    List<X509Certificate> certificates() {
        try {
            return CertificateFiles.read(file);
        } catch (IssuingException e) {
            throw unusable(e);
        }
    }

    ReceiptVerifier verifier() {
        try {
            return new ReceiptVerifier(new Zone(zone), certificates());
        } catch (IllegalArgumentException e) {
            throw unusable(e);
        }
    }

    private CommandFailure unusable(RuntimeException e) {
        Sentence told = Reason.of(e);
        return CommandFailure.badInput("--root " + file + ", --zone " + zone + " : " + told.fr(), told.en());
    }
}
