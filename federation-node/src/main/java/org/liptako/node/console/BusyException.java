package org.liptako.node.console;

import io.micronaut.http.HttpStatus;

/** There is no room now for a page that takes long to make. */
final class BusyException extends RuntimeException {
    /** When to come back, in seconds: by then most such pages are made. */
    static final String RETRY_AFTER = "10";

    private final HttpStatus status;
    private final String words;

    private BusyException(HttpStatus status, String words) {
        super(words);
        this.status = status;
        this.words = words;
    }

    /** The reader has as many under way as one may. */
    static BusyException ofReader() {
        return new BusyException(HttpStatus.TOO_MANY_REQUESTS, "busy.reader");
    }

    /** All readers together have as many under way as the node makes at once. */
    static BusyException ofNode() {
        return new BusyException(HttpStatus.SERVICE_UNAVAILABLE, "busy.node");
    }

    HttpStatus status() {
        return status;
    }

    /** The key of what is said, in the bundles. */
    String words() {
        return words;
    }
}
