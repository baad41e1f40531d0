package org.liptako.pki.issuing;

/** Why a token does not do what is asked of it. */
public enum TokenFault {
    /** The module cannot be loaded, or has no token in the slot. */
    NO_TOKEN,
    /** The token does not take the PIN: it is wrong, or locked after too many wrong ones. */
    PIN_REFUSED,
    /** The token has no key of that label. */
    NO_KEY,
    /** The token has a key of that label already; a key is never overwritten. */
    KEY_THERE,
    /** A key of that label could be taken out of the token. */
    KEY_OPEN,
    /** The token takes the PIN and yet does not do it. */
    REFUSED
}
