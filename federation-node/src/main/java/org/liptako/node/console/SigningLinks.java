package org.liptako.node.console;

/** Addresses of the pages on which editions are signed. */
final class SigningLinks {
    static final String ALL = "/signing";

    private SigningLinks() {}

    /** An edition that waits. */
    static String edition(String digest) {
        return ALL + "/" + digest;
    }

    /** Its document, as a file. */
    static String document(String digest) {
        return edition(digest) + "/edition.json";
    }

    /** The signatures that it has, as a file. */
    static String signatures(String digest) {
        return edition(digest) + "/signatures.p7s";
    }
}
