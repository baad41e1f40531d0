package org.liptako.pki.validation;

/** What a chain is about to be believed for. */
public enum Purpose {
    /** The peer answered our call. */
    SERVER_AUTH,
    /** The peer calls us. */
    CLIENT_AUTH,
    /** The key signed something. */
    SIGNING,
    /** No use in particular. */
    ANY
}
