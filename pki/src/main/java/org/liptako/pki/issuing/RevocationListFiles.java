package org.liptako.pki.issuing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.liptako.pki.CryptoProvider;

/** Revocation lists in DER files. */
public final class RevocationListFiles {
    private static final long MAX_BYTES = 1024 * 1024;

    private RevocationListFiles() {}

    /** Writes a list, replacing the file in one step. */
    public static void write(Path file, X509CRL list) {
        Path draft = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.write(draft, list.getEncoded());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | CRLException e) {
            throw new IssuingException(
                    "La liste de révocation " + file
                            + " ne peut être écrite : vérifiez le chemin, les droits et la place du disque.",
                    "The revocation list " + file
                            + " cannot be written: check the path, the permissions and the room on the disk.",
                    e);
        }
    }

    /**
     * Reads a list; its signature is not checked.
     *
     * @throws IssuingException if the file holds none
     */
    public static X509CRL read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IssuingException(
                        file + " a plus de " + MAX_BYTES + " octets : donnez une liste plus courte.",
                        file + " has more than " + MAX_BYTES + " bytes: give a shorter list.");
            }
            return (X509CRL) CertificateFactory.getInstance("X.509", CryptoProvider.BOUNCY_CASTLE)
                    .generateCRL(new ByteArrayInputStream(Files.readAllBytes(file)));
        } catch (IOException | CertificateException | CRLException e) {
            throw new IssuingException(
                    file + " ne contient aucune liste de révocation : donnez-en une, en DER.",
                    file + " holds no revocation list: give one, in DER.",
                    e);
        }
    }

    /**
     * A list's own number.
     *
     * @throws IssuingException if it has none
     */
    public static BigInteger numberOf(X509CRL list) {
        byte[] extension = list.getExtensionValue(Extension.cRLNumber.getId());
        if (extension == null) {
            throw new IssuingException(
                    "La liste de révocation de " + list.getIssuerX500Principal()
                            + " n'a pas de numéro : demandez-en une autre à son émetteur.",
                    "The revocation list of " + list.getIssuerX500Principal()
                            + " has no number: ask its issuer for another.");
        }
        return ASN1Integer.getInstance(ASN1OctetString.getInstance(extension).getOctets())
                .getValue();
    }
}
