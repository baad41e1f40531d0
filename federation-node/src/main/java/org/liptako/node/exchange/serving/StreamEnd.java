package org.liptako.node.exchange.serving;

/** Who is told how a stream ended: by one of the two, once or more. */
interface StreamEnd {
    /** All was sent, or this side refused the rest. */
    void closed();

    /** The receiver ended it, or is gone. */
    void brokenOff();
}
