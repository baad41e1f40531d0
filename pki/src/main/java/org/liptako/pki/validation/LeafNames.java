package org.liptako.pki.validation;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * The alternative names of a leaf, once it is known to hold none but the three allowed types.
 *
 * @param uris SPIFFE names
 * @param dnsNames host names
 * @param mailboxes e-mail addresses
 */
record LeafNames(List<String> uris, List<String> dnsNames, List<String> mailboxes) {
    /**
     * Sorts the names by type.
     *
     * @throws RejectedException if there is no SAN extension, or a name of another type in it
     */
    static LeafNames of(ParsedCertificate leaf) throws RejectedException {
        GeneralNames names = GeneralNames.fromExtensions(leaf.extensions(), Extension.subjectAlternativeName);
        if (names == null) {
            throw new RejectedException(RejectionReason.ALTERNATIVE_NAMES, "no alternative name");
        }
        LeafNames found = new LeafNames(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (GeneralName name : names.getNames()) {
            found.listOf(name.getTagNo())
                    .add(ASN1IA5String.getInstance(name.getName()).getString());
        }
        return found;
    }

    /** An allow-list: constraints leave the types that they do not mention unlimited. */
    private List<String> listOf(int type) throws RejectedException {
        return switch (type) {
            case GeneralName.uniformResourceIdentifier -> uris;
            case GeneralName.dNSName -> dnsNames;
            case GeneralName.rfc822Name -> mailboxes;
            default -> throw new RejectedException(RejectionReason.ALTERNATIVE_NAMES, "name of type " + type);
        };
    }
}
