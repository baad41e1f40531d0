package org.liptako.node.exchange.courier;

/** What a journal says of a disk. */
enum DiskEntryKind {
    EXPORTED,
    IMPORTED,
    LOST
}
