package org.liptako.node.exchange.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The manifest beside a version's bytes is gone, cut short, altered, or another's: nothing here says what the bytes are to be. That says nothing
 * of the bytes themselves.
 */
public final class DamagedManifestException extends IOException {
    private static final long serialVersionUID = 1L;

    public DamagedManifestException(Object where, @Nullable Throwable cause) {
        super("The manifest at " + where + " is damaged.", cause);
    }
}
