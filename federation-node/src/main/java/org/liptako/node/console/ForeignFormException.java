package org.liptako.node.console;

/** A form came back without the key that its page was given: another page has sent it, or it is too old. */
final class ForeignFormException extends RuntimeException {
    ForeignFormException() {
        super("A form came back without its key.");
    }
}
