package org.liptako.node.cli.receipt;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liptako.node.cli.CommandFailure;

/** The file that a page is printed into: never the receipt that it is about. */
final class PageFile {
    private PageFile() {}

    /** Ends the command in words if the page would be written over the receipt, or the receipt over the page. */
    static void mustBeAnother(Path page, Path receipt) {
        if (isOne(page, receipt)) {
            throw CommandFailure.badInput(
                    "--pdf : " + page
                            + " est le fichier du reçu lui-même, que la page écraserait ; donnez-en un autre.",
                    "--pdf: " + page
                            + " is the file of the receipt itself, which the page would overwrite; give another.");
        }
    }

    private static boolean isOne(Path page, Path receipt) {
        try {
            return (Files.exists(page) && Files.exists(receipt))
                    ? Files.isSameFile(page, receipt)
                    : place(page).equals(place(receipt));
        } catch (IOException unknown) {
            // Where one cannot be looked at, writing it says what is wrong.
            return false;
        }
    }

    /** Links on the way to it are followed; it need not be there. */
    private static Path place(Path file) throws IOException {
        Path whole = file.toAbsolutePath().normalize();
        return requireNonNull(whole.getParent(), "a file lies in a directory")
                .toRealPath()
                .resolve(whole.getFileName());
    }
}
