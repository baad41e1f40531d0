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
            throw new IssuingException("The revocation list " + file + " cannot be written.", e);
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
                throw new IssuingException(file + " has more than " + MAX_BYTES + " bytes.");
            }
            return (X509CRL) CertificateFactory.getInstance("X.509", CryptoProvider.BOUNCY_CASTLE)
                    .generateCRL(new ByteArrayInputStream(Files.readAllBytes(file)));
        } catch (IOException | CertificateException | CRLException e) {
            throw new IssuingException(file + " holds no revocation list.", e);
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
            throw new IssuingException("The revocation list of " + list.getIssuerX500Principal() + " has no number.");
        }
        return ASN1Integer.getInstance(ASN1OctetString.getInstance(extension).getOctets())
                .getValue();
    }
}
