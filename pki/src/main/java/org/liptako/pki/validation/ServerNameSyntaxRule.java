package org.liptako.pki.validation;

import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * A server's DNS names are in the preferred syntax (RFC 5280 section 4.2.1.6, RFC 1034 section 3.5, RFC 1123 section
 * 2.1); a star is a whole first label, with two labels or more after it (RFC 9525 section 6.3).
 */
final class ServerNameSyntaxRule implements PathRule {
    private static final int MAX_LENGTH = 253;
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern HOST = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*+");
    private static final Pattern WILDCARD = Pattern.compile("\\*\\." + LABEL + "(?:\\." + LABEL + ")++");
    /** The last label of a host is never all digits; that would be an address. */
    private static final Pattern ADDRESS = Pattern.compile("(?:.*\\.)?[0-9]+");

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        for (GeneralName name : path.leaf().alternativeNames()) {
            if (name.getTagNo() == GeneralName.dNSName
                    && !isPreferred(ASN1IA5String.getInstance(name.getName()).getString())) {
                throw new RejectedException(RejectionReason.ALTERNATIVE_NAMES, "leaf: a DNS name is not well formed");
            }
        }
    }

    private static boolean isPreferred(String name) {
        return name.length() <= MAX_LENGTH
                && !ADDRESS.matcher(name).matches()
                && (HOST.matcher(name).matches() || WILDCARD.matcher(name).matches());
    }
}
