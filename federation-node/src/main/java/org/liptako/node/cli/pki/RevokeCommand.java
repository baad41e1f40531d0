package org.liptako.node.cli.pki;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.pki.enrolment.IssuedKeys;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.issuing.RevocationRegister;
import org.liptako.pki.profile.Revocation;
import org.liptako.pki.profile.RevocationReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako pki revoke}: writes into a CA's register that it takes a certificate back. */
@Command(name = "revoke")
final class RevokeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PEM", descriptionKey = "revokeCertificate")
    private Path certificate;

    @Option(names = "--ca", required = true, paramLabel = "PEM", descriptionKey = "revokeCa")
    private Path authority;

    @Option(names = "--register", required = true, paramLabel = "FILE", descriptionKey = "revokeRegister")
    private Path register;

    @Option(names = "--reason", required = true, paramLabel = "REASON", descriptionKey = "revokeReason")
    private RevocationReason reason;

    RevokeCommand() {}

    @Override
    public Integer call() {
        try {
            X509Certificate revoked = CertificateFiles.read(certificate).getFirst();
            requireIssuedBy(revoked, CertificateFiles.read(authority).getFirst());
            IssuedKeys.of(authority).note(revoked);
            boolean added = new RevocationRegister(register)
                    .add(Revocation.of(revoked, Clock.systemUTC().instant(), reason));
            String who = revoked.getSubjectX500Principal().getName();
            Screen.of(spec)
                    .line(
                            who + (added ? " est révoqué ; il faut encore une liste" : " était déjà révoqué")
                                    + " (liptako pki crl).",
                            who + (added ? " is revoked; a list has still to say so" : " was revoked already")
                                    + " (liptako pki crl).");
            return ExitCode.DONE;
        } catch (IssuingException e) {
            String told = String.valueOf(e.getMessage());
            throw CommandFailure.badInput("rien n'a été révoqué : " + told, told);
        }
    }

    private void requireIssuedBy(X509Certificate revoked, X509Certificate ca) {
        try {
            revoked.verify(ca.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw CommandFailure.refused(
                    certificate + " n'a pas été émis par " + authority
                            + " : chaque autorité révoque ce qu'elle a émis.",
                    certificate + " was not issued by " + authority + ": each authority revokes what it issued.");
        }
    }
}
