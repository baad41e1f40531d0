package org.liptako.node.exchange.store.s3;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** The chunks of a part that are in memory. Not thread-safe; not written to any more once it is being sent. */
final class OpenPart {
    private final Part part;
    private final Map<Integer, ByteBuffer> chunks = new TreeMap<>();

    OpenPart(Part part) {
        this.part = part;
    }

    Part part() {
        return part;
    }

    Map<Integer, ByteBuffer> chunks() {
        return chunks;
    }
}
