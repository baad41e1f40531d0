package org.liptako.pki.constraint;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.OtherName;

/**
 * The names of one certificate to which constraints apply.
 *
 * @param subjectName the subject; empty if it has none
 * @param alternativeNames the subject alternative names
 */
public record CertificateNames(X500Name subjectName, List<GeneralName> alternativeNames) {
    /** id-on-SmtpUTF8Mailbox (RFC 9598 section 3). */
    private static final ASN1ObjectIdentifier UNICODE_MAILBOX = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.9");

    public CertificateNames {
        alternativeNames = List.copyOf(alternativeNames);
    }

    boolean hasSubject() {
        return subjectName.getRDNs().length > 0;
    }

    /** Mailboxes that older CAs put into the subject: constraints on mailboxes hold for them too. */
    List<ASN1Encodable> subjectMailboxes() {
        List<ASN1Encodable> mailboxes = new ArrayList<>();
        for (RDN rdn : subjectName.getRDNs(BCStyle.EmailAddress)) {
            for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
                if (attribute.getType().equals(BCStyle.EmailAddress)) {
                    mailboxes.add(attribute.getValue());
                }
            }
        }
        return mailboxes;
    }

    static boolean isUnicodeMailbox(GeneralName name) {
        try {
            return OtherName.getInstance(name.getName()).getTypeID().equals(UNICODE_MAILBOX);
        } catch (RuntimeException e) {
            // What cannot be read may be anything.
            return true;
        }
    }
}
