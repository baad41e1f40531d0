package org.liptako.pki.constraint;

/** The forms of a name (RFC 5280 section 4.2.1.6), in the order of their tags. */
enum NameForm {
    OTHER_NAME,
    MAILBOX,
    DNS,
    X400_ADDRESS,
    DIRECTORY,
    EDI_PARTY,
    URI,
    IP_ADDRESS,
    REGISTERED_ID;

    static NameForm ofTag(int tag) {
        return values()[tag];
    }
}
