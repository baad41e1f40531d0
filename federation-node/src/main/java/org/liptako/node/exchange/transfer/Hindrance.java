package org.liptako.node.exchange.transfer;

import org.liptako.node.wire.Sentence;

/** What keeps a transfer from moving although it could have a place. */
public record Hindrance(TransferWait waitsFor, Sentence reason) {}
