package org.liptako.pki.issuing;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** Certificate requests in PEM files (RFC 7468 section 7). */
public final class RequestFiles {
    private static final String LABEL = "CERTIFICATE REQUEST";

    private RequestFiles() {}

    /** Writes a request, replacing the file. */
    public static void write(Path file, byte[] request) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(LABEL, request));
            writer.flush();
            Files.writeString(file, text.toString(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IssuingException(
                    "Le fichier de demande " + file
                            + " ne peut être écrit : vérifiez le chemin, les droits et la place du disque.",
                    "The request file " + file
                            + " cannot be written: check the path, the permissions and the room on the disk.",
                    e);
        }
    }

    /**
     * Reads the request of a file and checks its proof of possession.
     *
     * @throws IssuingException if the file holds no such request
     */
    public static CertificateRequest read(Path file) {
        try (PemReader reader = new PemReader(new StringReader(KeyFiles.text(file)))) {
            PemObject found = reader.readPemObject();
            if (found == null || !found.getType().equals(LABEL)) {
                throw new IssuingException(
                        file
                                + " ne contient aucune demande de certificat (BEGIN CERTIFICATE REQUEST) : donnez le bon fichier.",
                        file + " holds no certificate request (BEGIN CERTIFICATE REQUEST): give the right file.");
            }
            return parse(file, found.getContent());
        } catch (IOException e) {
            throw new IssuingException(
                    file + " n'est pas un fichier PEM : donnez le bon fichier.",
                    file + " is not a PEM file: give the right file.",
                    e);
        }
    }

    private static CertificateRequest parse(Path file, byte[] request) {
        try {
            return CertificateRequest.parse(request);
        } catch (IssuingException e) {
            throw new IssuingException(file + " : " + e.french(), file + ": " + e.english(), e);
        }
    }
}
