package org.liptako.pki.receipt;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.Optional;
import org.liptako.pki.evidence.Digest;

/**
 * Finds the field that was altered by the digests that the seal holds of each. They prove nothing, for whoever alters a field may alter its digest as well; what
 * they find is named exactly, and what they do not find the evidence does.
 */
record FieldCheck(Receipt receipt) {
    void check() throws ReceiptException {
        Map<String, Digest> held = receipt.seal().digests();
        for (Map.Entry<String, Digest> field : receipt.bodyText().digests().entrySet()) {
            Optional<Digest> sealed = Optional.ofNullable(held.get(field.getKey()));
            if (!sealed.equals(Optional.of(field.getValue()))) {
                throw altered(field.getKey());
            }
        }
    }

    private ReceiptException altered(String field) {
        // The signature leaves the digests out: if it fits, the field is whole and its digest is not.
        return ReceiptException.refused(
                bodyFits() ? "seal.digests." + field : field,
                "Ce champ a été modifié depuis que le reçu a été scellé : demandez une autre copie du fichier.",
                "This field was altered since the receipt was sealed: ask for another copy of the file.");
    }

    /** Whether the first certificate's key has signed the body, whoever's it is. */
    private boolean bodyFits() {
        try {
            Certificate first = CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(receipt.seal().chain().getFirst()));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(first);
            signature.update(("liptako/" + ReceiptSeal.CONTEXT + "/v1\n").getBytes(StandardCharsets.US_ASCII));
            signature.update(receipt.bodyText().signed());
            return signature.verify(receipt.seal().signature());
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }
}
