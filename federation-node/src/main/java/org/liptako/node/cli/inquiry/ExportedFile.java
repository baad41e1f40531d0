package org.liptako.node.cli.inquiry;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.liptako.inquiry.v1.AskRequest;
import org.liptako.inquiry.v1.ExportRequest;
import org.liptako.inquiry.v1.InquiryServiceGrpc;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.paper.PdfFile;
import org.liptako.node.wire.Count;

/** An answer, written into a file as it comes. */
final class ExportedFile {
    private ExportedFile() {}

    /** Writes a new file, and gives the bytes written; a file that is there already is never overwritten. */
    static long write(NodeConnection connection, AskRequest request, String format, Path path, Screen screen) {
        var parts = connection.stream(InquiryServiceGrpc::newBlockingStub)
                .export(ExportRequest.newBuilder()
                        .setQuestion(request)
                        .setFormat(format)
                        .setLanguage(screen.language() == Language.FRENCH ? "fr" : "en")
                        .build());
        // What is refused is refused with the first part, before there is a file.
        boolean more = parts.hasNext();
        long bytes = 0;
        try (var out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
            while (more) {
                var part = parts.next().getPart();
                part.writeTo(out);
                bytes += part.size();
                more = parts.hasNext();
            }
        } catch (FileAlreadyExistsException e) {
            throw taken(path);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        screen.remark(
                path + " : " + Count.fr(bytes, "octet écrit", "octets écrits") + ".",
                path + ": " + Count.en(bytes, "byte") + " written.");
        return bytes;
    }

    /** Writes a page as a new file, PDF. */
    static void print(String page, Path path, Screen screen) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW))) {
            PdfFile.write(page, out);
        } catch (FileAlreadyExistsException e) {
            throw taken(path);
        } catch (IOException unwritable) {
            throw CommandFailure.badInput(
                    path + " ne peut pas être écrit ; donnez un fichier d'un dossier où vous pouvez écrire.",
                    path + " cannot be written; give a file in a directory that you may write to.");
        }
        screen.remark(path + " : écrit.", path + ": written.");
    }

    private static CommandFailure taken(Path path) {
        return CommandFailure.badInput(
                path + " existe déjà et n'est pas remplacé ; nommez un autre fichier.",
                path + " exists already and is not replaced; name another file.");
    }
}
