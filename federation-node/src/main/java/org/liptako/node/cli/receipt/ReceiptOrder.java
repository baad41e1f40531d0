package org.liptako.node.cli.receipt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.pki.evidence.Digest;
import org.liptako.receipt.v1.MakeReceiptRequest;
import org.liptako.receipt.v1.MakeReceiptResponse;
import org.liptako.receipt.v1.ReceiptServiceGrpc;
import picocli.CommandLine.Option;

/** A command that has a node make a receipt, and keeps it in a file. */
abstract class ReceiptOrder extends NodeQuestion<MakeReceiptResponse> {
    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "receiptOut")
    private Path file;

    /** Which receipt. */
    protected abstract MakeReceiptRequest request();

    @Override
    protected final MakeReceiptResponse ask(NodeConnection node) {
        MakeReceiptResponse made =
                node.service(ReceiptServiceGrpc::newBlockingStub).makeReceipt(request());
        write(made.getReceipt().toByteArray());
        return made;
    }

    @Override
    protected final void show(MakeReceiptResponse answer, Screen screen) {
        Digest digest = Digest.over(answer.getReceipt().toByteArray());
        screen.line(
                "Reçu écrit : " + file + ", SHA-256 " + digest + ". Vérifiez-le par « liptako verify ».",
                "Receipt written: " + file + ", SHA-256 " + digest + ". Check it with liptako verify.");
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
