package org.liptako.pki.constraint;

import java.util.Locale;

/**
 * A host name, folded to lower case (RFC 4343), in letters, digits, hyphens and underscores.
 *
 * <p>No empty label, hence no leading or trailing dot; no escape and no Unicode. Names of other spellings reach the same
 * host in some libraries and would slip through a constraint, so they are malformed.
 */
record HostName(String text) {
    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL = 63;

    static HostName parse(String text) throws MalformedConstraintException {
        if (!isWellFormed(text)) {
            throw new MalformedConstraintException("a host name that is not well formed");
        }
        return new HostName(text.toLowerCase(Locale.ROOT));
    }

    /** Whether this is {@code domain} or has further labels before it. */
    boolean isWithin(String domain) {
        return text.equals(domain) || isBeneath(domain);
    }

    boolean isBeneath(String domain) {
        int at = text.length() - domain.length() - 1;
        return at > 0 && text.charAt(at) == '.' && text.endsWith(domain);
    }

    static boolean isWellFormed(String text) {
        int label = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (label == 0) {
                    return false;
                }
                label = 0;
            } else if (!isLabelCharacter(c) || ++label > MAX_LABEL) {
                return false;
            }
        }
        return label > 0 && text.length() <= MAX_LENGTH;
    }

    private static boolean isLabelCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
