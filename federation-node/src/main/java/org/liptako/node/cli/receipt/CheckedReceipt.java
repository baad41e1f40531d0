package org.liptako.node.cli.receipt;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.paper.PdfFile;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.receipt.ReceiptCheck;
import org.liptako.pki.receipt.ReceiptException;
import org.liptako.pki.validation.CandidateChain;

/**
 * A receipt's file as it was found when it was checked.
 *
 * @param check proved, or refused with the field
 */
record CheckedReceipt(ReceiptCheck check, CheckedFile file) {
    /** Checks these bytes of that file, now; ends the command in words where they are no receipt, or the root is none. */
    static CheckedReceipt of(Path file, byte[] receipt, BelievedRoot root) {
        Instant now = Clock.systemUTC().instant();
        try {
            ReceiptCheck check = root.verifier().check(receipt, now);
            return new CheckedReceipt(
                    check,
                    new CheckedFile(
                            String.valueOf(file.getFileName()),
                            Digest.over(receipt),
                            now,
                            CandidateChain.of(root.certificates()).certificates().stream()
                                    .map(Digest::over)
                                    .toList()));
        } catch (ReceiptException e) {
            throw CommandFailure.badInput(
                    file + ", " + e.field() + " : " + e.words().fr(),
                    file + ", " + e.field() + ": " + e.words().en());
        }
    }

    /** Writes the check as a page to print, PDF. */
    void print(Path pdf) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(pdf))) {
            PdfFile.write(ReceiptPage.of(check, file), out);
        } catch (IOException unwritable) {
            throw CommandFailure.badInput(
                    "--pdf : " + pdf
                            + " ne peut pas être écrit ; donnez un fichier d'un dossier où vous pouvez écrire.",
                    "--pdf: " + pdf + " cannot be written; give a file in a directory that you may write to.");
        }
    }
}
