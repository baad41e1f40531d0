package org.liptako.pki.constraint;

/**
 * A mailbox; the local part compares as written, the host without regard to case (RFC 5280 section 7.5).
 *
 * @param localPart never empty, and never with an {@code @}, not even quoted
 */
record Mailbox(String localPart, HostName host) {
    static Mailbox parse(String text) throws MalformedConstraintException {
        int at = text.indexOf('@');
        if (at <= 0 || !isPrintable(text)) {
            throw new MalformedConstraintException("a mailbox that is not well formed");
        }
        return new Mailbox(text.substring(0, at), HostName.parse(text.substring(at + 1)));
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
