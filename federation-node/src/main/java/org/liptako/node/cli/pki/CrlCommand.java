package org.liptako.node.cli.pki;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Reason;
import org.liptako.node.cli.Screen;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.issuing.RevocationListFiles;
import org.liptako.pki.issuing.RevocationListIssuer;
import org.liptako.pki.issuing.RevocationRegister;
import org.liptako.pki.profile.Revocation;
import org.liptako.pki.profile.RevocationListProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako pki crl}: signs a CA's revocation list from its register, full, or delta on top of a full one. */
@Command(name = "crl")
final class CrlCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SigningKeyOptions keys;

    @Option(names = "--register", required = true, paramLabel = "FILE", descriptionKey = "revokeRegister")
    private Path register;

    @Option(names = "--base", paramLabel = "CRL", descriptionKey = "crlBase")
    private @Nullable Path base;

    @Option(names = "--life", paramLabel = "DURATION", descriptionKey = "crlLife")
    private @Nullable Duration life;

    @Option(names = "--out", required = true, paramLabel = "CRL", descriptionKey = "crlOut")
    private Path out;

    CrlCommand() {}

    @Override
    public Integer call() {
        try {
            Credential ca = keys.read();
            Clock clock = Clock.systemUTC();
            RevocationRegister kept = new RevocationRegister(register);
            Path full = base;
            Optional<X509CRL> onTop = full == null ? Optional.empty() : Optional.of(baseOf(full, ca));
            X509CRL list = new RevocationListIssuer(clock)
                    .issue(profile(kept.revocations(), kept.nextNumber(clock.instant()), onTop), ca);
            RevocationListFiles.write(out, list);
            BigInteger number = RevocationListFiles.numberOf(list);
            Screen.of(spec)
                    .line(
                            "Liste n° " + number + " dans " + out + ", valable jusqu'au "
                                    + list.getNextUpdate().toInstant(),
                            "List no. " + number + " in " + out + ", good until "
                                    + list.getNextUpdate().toInstant());
            return ExitCode.DONE;
        } catch (IssuingException | IllegalArgumentException e) {
            Sentence told = Reason.of(e);
            throw CommandFailure.badInput("aucune liste n'a été signée : " + told.fr(), told.en());
        }
    }

    private RevocationListProfile profile(List<Revocation> revocations, long number, Optional<X509CRL> onTop) {
        List<Revocation> listed = revocations.stream()
                .filter(one -> onTop.map(full -> full.getRevokedCertificate(one.serial()) == null)
                        .orElse(true))
                .toList();
        Duration usual = onTop.isPresent() ? RevocationListProfile.DELTA_LIFE : RevocationListProfile.FULL_LIFE;
        return new RevocationListProfile(
                BigInteger.valueOf(number),
                onTop.map(RevocationListFiles::numberOf),
                life == null ? usual : life,
                listed);
    }

    private static X509CRL baseOf(Path file, Credential ca) {
        X509CRL full = RevocationListFiles.read(file);
        try {
            full.verify(ca.certificate().getPublicKey());
            return full;
        } catch (GeneralSecurityException e) {
            throw CommandFailure.refused(
                    "--base " + file + " n'est pas une liste de cette autorité.",
                    "--base " + file + " is not a list of this authority.");
        }
    }
}
