package org.liptako.node.cli.pki;

import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Reason;
import org.liptako.node.cli.Screen;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.issuing.RevocationListFiles;
import org.liptako.pki.lint.LintRule;
import org.liptako.pki.lint.Linter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako pki lint}: which rules certificates (PEM) and revocation lists (.crl, DER) break. */
@Command(name = "lint")
final class LintCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "lintFiles")
    private List<Path> files = new ArrayList<>();

    LintCommand() {}

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec);
        int broken = 0;
        for (Path file : files) {
            for (LintRule rule : findings(file)) {
                broken++;
                screen.line(
                        file + " : " + rule.name() + " (" + rule.source() + ") : " + rule.french(),
                        file + ": " + rule.name() + " (" + rule.source() + "): " + rule.english());
            }
        }
        return broken == 0 ? ExitCode.DONE : ExitCode.NO;
    }

    private static List<LintRule> findings(Path file) {
        try {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".crl")) {
                return Linter.findings(RevocationListFiles.read(file));
            }
            List<LintRule> all = new ArrayList<>();
            for (X509Certificate certificate : CertificateFiles.read(file)) {
                all.addAll(Linter.findings(certificate));
            }
            return all;
        } catch (IssuingException | CRLException | CertificateEncodingException e) {
            Sentence told = Reason.of(e);
            throw CommandFailure.badInput(
                    file + " : attendu des certificats PEM, ou une liste de révocation DER nommée .crl (" + told.fr()
                            + ").",
                    file + ": expected PEM certificates, or a DER revocation list named .crl (" + told.en() + ").");
        }
    }
}
