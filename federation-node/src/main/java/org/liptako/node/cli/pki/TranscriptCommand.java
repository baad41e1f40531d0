package org.liptako.node.cli.pki;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Reason;
import org.liptako.node.cli.Screen;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.ceremony.CeremonyException;
import org.liptako.pki.ceremony.Transcript;
import org.liptako.pki.ceremony.TranscriptCheck;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.name.Zone;
import org.liptako.pki.quorum.QuorumVerifier;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.validation.ChainValidator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako pki transcript}: whether a ceremony's transcript is its witnesses', and its files are the same. */
@Command(name = "transcript")
final class TranscriptCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "transcriptFile")
    private Path file;

    @Option(names = "--signatures", required = true, paramLabel = "FILE", descriptionKey = "signatures")
    private Path signatures;

    @Option(names = "--root", required = true, paramLabel = "PEM", descriptionKey = "root")
    private Path root;

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "aes.internal", descriptionKey = "zone")
    private String zone;

    TranscriptCommand() {}

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec);
        TranscriptCheck check = check();
        check.changed().forEach(name -> screen.line("absent ou changé : " + name, "missing or changed: " + name));
        if (!check.outcome().isReached()) {
            screen.line(
                    "le procès-verbal n'est pas signé par tous ses témoins (liptako verify-signatures dit qui manque)",
                    "the transcript is not signed by all its witnesses (liptako verify-signatures tells who is missing)");
        }
        if (!check.holds()) {
            return ExitCode.NO;
        }
        screen.line("Procès-verbal vérifié.", "Transcript verified.");
        return ExitCode.DONE;
    }

    private TranscriptCheck check() {
        try {
            QuorumVerifier verifier = new QuorumVerifier(
                    new ChainValidator(new Zone(zone), CertificateFiles.read(root)), RevocationLists.none());
            return TranscriptCheck.of(
                    Transcript.read(file),
                    SignedFiles.read(signatures),
                    file.toAbsolutePath().resolveSibling("."),
                    verifier,
                    Clock.systemUTC().instant());
        } catch (CeremonyException | IssuingException | IllegalArgumentException e) {
            Sentence told = Reason.of(e);
            throw CommandFailure.badInput("le procès-verbal n'est pas vérifié : " + told.fr(), told.en());
        }
    }
}
