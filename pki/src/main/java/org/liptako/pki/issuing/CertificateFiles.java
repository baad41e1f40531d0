package org.liptako.pki.issuing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** Certificates in PEM files (RFC 7468): one after the other, the leaf first. */
public final class CertificateFiles {
    private CertificateFiles() {}

    /** Writes certificates in the order given, replacing the file. */
    public static void write(Path file, List<X509Certificate> certificates) {
        try {
            Files.writeString(file, pem(certificates), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IssuingException(
                    "Le fichier de certificat " + file
                            + " ne peut être écrit : vérifiez le chemin, les droits et la place du disque.",
                    "The certificate file " + file
                            + " cannot be written: check the path, the permissions and the room on the disk.",
                    e);
        }
    }

    /**
     * Reads every certificate of a file, in its order.
     *
     * @throws IssuingException if the file holds no certificate, or one that cannot be parsed
     */
    public static List<X509Certificate> read(Path file) {
        byte[] text = KeyFiles.text(file).getBytes(StandardCharsets.US_ASCII);
        try {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(text))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (certificates.isEmpty()) {
                throw new IssuingException(
                        file + " ne contient aucun certificat (BEGIN CERTIFICATE) : donnez le bon fichier.",
                        file + " holds no certificate (BEGIN CERTIFICATE): give the right file.");
            }
            return certificates;
        } catch (CertificateException e) {
            throw new IssuingException(
                    file + " contient un certificat qui ne peut être lu : demandez-le de nouveau à qui l'a émis.",
                    file + " holds a certificate that cannot be parsed: ask whoever issued it for it again.",
                    e);
        }
    }

    private static String pem(List<X509Certificate> certificates) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (X509Certificate certificate : certificates) {
                writer.writeObject(certificate);
            }
        }
        return text.toString();
    }
}
