package org.liptako.node.cli.pki;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Reason;
import org.liptako.node.cli.Screen;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.quorum.QuorumException;
import org.liptako.pki.quorum.QuorumSigner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako sign}: one person's signature of a file, added to those that are there. */
@Command(name = "sign")
public final class SignCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "signedFile")
    private Path file;

    @Mixin
    private SigningKeyOptions keys;

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "signaturesOut")
    private Path out;

    SignCommand() {}

    @Override
    public Integer call() {
        try {
            byte[] content = SignedFiles.read(file);
            Credential signer = keys.read();
            byte[] own = QuorumSigner.sign(content, signer, Clock.systemUTC().instant());
            boolean more = Files.exists(out);
            SignedFiles.write(out, more ? QuorumSigner.join(content, List.of(SignedFiles.read(out), own)) : own);
            String name = signer.certificate().getSubjectX500Principal().getName();
            Screen.of(spec)
                    .line(
                            name + " a signé " + file + (more ? " ; signature ajoutée à " : " ; signature dans ") + out,
                            name + " signed " + file + (more ? "; signature added to " : "; signature in ") + out);
            return ExitCode.DONE;
        } catch (IssuingException | QuorumException refused) {
            Sentence told = Reason.of(refused);
            throw CommandFailure.badInput("la signature n'a pas été faite : " + told.fr(), told.en());
        }
    }
}
