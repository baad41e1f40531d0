package org.liptako.node.exchange.courier.disk;

import java.io.IOException;

/** A place of a sealed file does not hold what was written there: altered, cut off, or never of this file. */
public final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedException(String message) {
        super(message);
    }

    DamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
