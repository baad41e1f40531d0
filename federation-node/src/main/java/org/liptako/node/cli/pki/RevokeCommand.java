package org.liptako.node.cli.pki;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Reason;
import org.liptako.node.cli.Screen;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.enrolment.EnrolmentTerms;
import org.liptako.pki.enrolment.IssuedKeys;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.issuing.RevocationRegister;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.SpiffeName;
import org.liptako.pki.profile.Revocation;
import org.liptako.pki.profile.RevocationReason;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako pki revoke}: writes into a CA's register that it takes back a certificate, or all of a party. */
@Command(name = "revoke")
final class RevokeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** One of the two. */
    static final class What {
        @Parameters(paramLabel = "PEM", descriptionKey = "revokeCertificate")
        private @Nullable Path certificate;

        @Option(names = "--party", paramLabel = "SPIFFE", descriptionKey = "revokeParty")
        private @Nullable String party;
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    private What what = new What();

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
            if (what.certificate != null) {
                revoke(what.certificate);
            } else {
                revoke(SpiffeName.parse(String.valueOf(what.party)));
            }
            return ExitCode.DONE;
        } catch (IssuingException | MalformedNameException e) {
            Sentence told = Reason.of(e);
            throw CommandFailure.badInput("rien n'a été révoqué : " + told.fr(), told.en());
        }
    }

    private void revoke(Path certificate) {
        X509Certificate revoked = CertificateFiles.read(certificate).getFirst();
        requireIssuedBy(certificate, revoked, CertificateFiles.read(authority).getFirst());
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
    }

    /** All that a key's thief may have renewed it to, also what has ended and could still be renewed. */
    private void revoke(SpiffeName party) {
        Instant now = Clock.systemUTC().instant();
        List<BigInteger> serials = IssuedKeys.of(authority).serialsOf(party, now.minus(EnrolmentTerms.LONGEST_GRACE));
        if (serials.isEmpty()) {
            Path noted = IssuedKeys.fileOf(authority);
            throw CommandFailure.refused(
                    "rien n'a été révoqué : " + noted + " ne note aucun certificat en cours de " + party
                            + " ; vérifiez le nom, ou révoquez par le fichier du certificat.",
                    "Nothing was revoked: " + noted + " notes no certificate of " + party
                            + " that still serves; check the name, or revoke by the certificate's file.");
        }
        RevocationRegister revoked = new RevocationRegister(register);
        long added = serials.stream()
                .filter(serial -> revoked.add(new Revocation(serial, now, reason)))
                .count();
        Screen.of(spec)
                .line(
                        party + " : " + Count.fr(serials.size(), "certificat") + ", dont "
                                + Count.fr(added, "nouvellement révoqué", "nouvellement révoqués")
                                + " ; il faut encore une liste (liptako pki crl).",
                        party + ": " + Count.en(serials.size(), "certificate") + ", " + added
                                + " of them newly revoked; a list has still to say so (liptako pki crl).");
    }

    private void requireIssuedBy(Path certificate, X509Certificate revoked, X509Certificate ca) {
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
