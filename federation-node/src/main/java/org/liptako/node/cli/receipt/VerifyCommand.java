package org.liptako.node.cli.receipt;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.paper.PdfFile;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.name.Zone;
import org.liptako.pki.receipt.Receipt;
import org.liptako.pki.receipt.ReceiptCheck;
import org.liptako.pki.receipt.ReceiptException;
import org.liptako.pki.receipt.ReceiptVerifier;
import org.liptako.pki.receipt.Words;
import org.liptako.pki.validation.CandidateChain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako verify}: checks a receipt with nothing but the root, and sets apart what is proved and what is only stated. Says everything in both languages. */
@Command(name = "verify")
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RECEIPT", descriptionKey = "receiptFile")
    private Path file;

    @Option(names = "--root", required = true, paramLabel = "PEM", descriptionKey = "root")
    private Path root;

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "aes.internal", descriptionKey = "zone")
    private String zone;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--pdf", paramLabel = "PDF", descriptionKey = "verifyPdf")
    private @Nullable Path pdf;

    VerifyCommand() {}

    @Override
    public Integer call() {
        byte[] receipt = receipt();
        List<X509Certificate> roots = roots();
        Instant now = Clock.systemUTC().instant();
        ReceiptCheck check = check(receipt, roots, now);
        if (pdf != null) {
            print(ReceiptPage.of(check, checked(receipt, roots, now)), pdf);
        }
        Screen screen = Screen.of(spec);
        if (json) {
            screen.line(check.json());
        } else {
            for (Words words : check.lines()) {
                screen.line(words.fr());
                screen.line(words.en());
            }
        }
        return check instanceof ReceiptCheck.Proved ? ExitCode.DONE : ExitCode.NO;
    }

    private ReceiptCheck check(byte[] receipt, List<X509Certificate> roots, Instant now) {
        try {
            return new ReceiptVerifier(new Zone(zone), roots).check(receipt, now);
        } catch (ReceiptException e) {
            throw CommandFailure.badInput(
                    file + ", " + e.field() + " : " + e.words().fr(),
                    file + ", " + e.field() + ": " + e.words().en());
        } catch (IllegalArgumentException e) {
            throw noRoot(e);
        }
    }

    private List<X509Certificate> roots() {
        try {
            return CertificateFiles.read(root);
        } catch (IssuingException e) {
            throw noRoot(e);
        }
    }

    private CommandFailure noRoot(RuntimeException e) {
        String told = String.valueOf(e.getMessage());
        return CommandFailure.badInput("--root " + root + ", --zone " + zone + " : " + told, told);
    }

    private CheckedFile checked(byte[] receipt, List<X509Certificate> roots, Instant now) {
        String name = String.valueOf(file.getFileName());
        return new CheckedFile(
                name,
                Digest.over(receipt),
                now,
                CandidateChain.of(roots).certificates().stream()
                        .map(Digest::over)
                        .toList());
    }

    private static void print(String page, Path to) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(to))) {
            PdfFile.write(page, out);
        } catch (IOException unwritable) {
            throw CommandFailure.badInput(
                    "--pdf : " + to + " ne peut pas être écrit ; donnez un fichier d'un dossier où vous pouvez écrire.",
                    "--pdf: " + to + " cannot be written; give a file in a directory that you may write to.");
        }
    }

    private byte[] receipt() {
        try {
            if (Files.size(file) <= Receipt.MOST_BYTES) {
                return Files.readAllBytes(file);
            }
        } catch (IOException e) {
            throw CommandFailure.badInput(
                    file + " ne peut être lu : vérifiez le chemin.", file + " cannot be read: check the path.");
        }
        throw CommandFailure.badInput(
                file + " est trop grand pour un reçu : au plus " + Receipt.MOST_BYTES + " octets.",
                file + " is too large for a receipt: at most " + Receipt.MOST_BYTES + " bytes.");
    }
}
