package org.liptako.node.cli.receipt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.pki.receipt.Receipt;
import org.liptako.pki.receipt.ReceiptCheck;
import org.liptako.pki.receipt.Words;
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
        if (pdf != null) {
            PageFile.mustBeAnother(pdf, file);
        }
        CheckedReceipt checked = CheckedReceipt.of(file, receipt(), new BelievedRoot(root, zone));
        if (pdf != null) {
            checked.print(pdf);
        }
        ReceiptCheck check = checked.check();
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
