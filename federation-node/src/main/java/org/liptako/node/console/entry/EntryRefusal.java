package org.liptako.node.console.entry;

/** Why somebody is not let in, or no longer. Each has its words in the bundles, under {@code refused.} and its name. */
public enum EntryRefusal {
    /** No such link was made here, or it was forgotten since. */
    LINK_UNKNOWN,
    /** The link has let somebody in before. */
    LINK_USED,
    /** Nobody used the link in time. */
    LINK_EXPIRED,
    /** The certificate is not, or no longer, believed. */
    CERTIFICATE_REFUSED,
    /** The certificate is another State's, or no person's. */
    STRANGER,
    /** The browser has shown no certificate. */
    NO_CERTIFICATE,
    /** Too many attempts came from one address. */
    TOO_MANY,
    /** Nothing was done for too long. */
    IDLE,
    /** The session has lasted as long as one may. */
    OVER
}
