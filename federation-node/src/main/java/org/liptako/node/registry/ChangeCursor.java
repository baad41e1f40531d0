package org.liptako.node.registry;

import java.time.Instant;

/** After which change to go on: they are read by instant, dataset and site. */
public record ChangeCursor(Instant at, String dataset, String site) {
    /** Before all. */
    public static final ChangeCursor START = new ChangeCursor(Instant.EPOCH, "", "");
}
