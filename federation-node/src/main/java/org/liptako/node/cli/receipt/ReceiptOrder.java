package org.liptako.node.cli.receipt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.receipt.ReceiptCheck;
import org.liptako.receipt.v1.MakeReceiptRequest;
import org.liptako.receipt.v1.MakeReceiptResponse;
import org.liptako.receipt.v1.ReceiptServiceGrpc;
import picocli.CommandLine.Option;

/** A command that has a node make a receipt, keeps it in a file, and on demand prints it as it was found when that file was checked here. */
abstract class ReceiptOrder extends NodeQuestion<MakeReceiptResponse> {
    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "receiptOut")
    private Path file;

    @Option(names = "--pdf", paramLabel = "PDF", descriptionKey = "verifyPdf")
    private @Nullable Path pdf;

    private @Nullable ReceiptCheck check;

    /** Which receipt. */
    protected abstract MakeReceiptRequest request();

    @Override
    protected final MakeReceiptResponse ask(NodeConnection node) {
        if (pdf != null) {
            PageFile.mustBeAnother(pdf, file);
        }
        MakeReceiptResponse made =
                node.service(ReceiptServiceGrpc::newBlockingStub).makeReceipt(request());
        byte[] receipt = made.getReceipt().toByteArray();
        write(receipt);
        if (pdf != null) {
            CheckedReceipt checked = CheckedReceipt.of(file, receipt, new BelievedRoot(root(), zone().domain()));
            checked.print(pdf);
            check = checked.check();
        }
        return made;
    }

    @Override
    protected final void show(MakeReceiptResponse answer, Screen screen) {
        Digest digest = Digest.over(answer.getReceipt().toByteArray());
        screen.line(
                "Reçu écrit : " + file + ", SHA-256 " + digest + ". Vérifiez-le par « liptako verify ».",
                "Receipt written: " + file + ", SHA-256 " + digest + ". Check it with liptako verify.");
        if (pdf != null) {
            screen.line("Page à imprimer : " + pdf + ".", "Page to print: " + pdf + ".");
        }
        if (check instanceof ReceiptCheck.Refused refused) {
            refused.lines().forEach(words -> screen.line(words.fr(), words.en()));
        }
    }

    /** A page that says that its file proves nothing is not what was asked for. */
    @Override
    protected final int exitCode(MakeReceiptResponse answer) {
        return check instanceof ReceiptCheck.Refused ? ExitCode.NO : ExitCode.DONE;
    }

    private void write(byte[] receipt) {
        try {
            Files.write(file, receipt);
        } catch (IOException e) {
            throw CommandFailure.badInput(
                    "--out : " + file
                            + " ne peut pas être écrit ; donnez un fichier d'un dossier où vous pouvez écrire.",
                    "--out: " + file + " cannot be written; give a file in a directory that you may write to.");
        }
    }
}
