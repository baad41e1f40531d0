package org.liptako.node.exchange.publication;

import java.time.Instant;
import java.util.Optional;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.journal.event.DatasetId;

/**
 * What a version is to be made of in one reading.
 *
 * @param cipher makes the encrypted form; without it there is none
 * @param at when the reading begins
 * @param progress told after every chunk that is read
 */
record ReadingOrder(DatasetId dataset, Optional<ChunkCipher> cipher, Instant at, PublishProgress progress) {}
