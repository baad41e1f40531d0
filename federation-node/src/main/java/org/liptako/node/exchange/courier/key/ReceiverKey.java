package org.liptako.node.exchange.courier.key;

import java.util.Optional;
import org.liptako.pki.sealing.SealingPublicKey;
import org.liptako.pki.signature.SignedStatement;

/**
 * The key of a receiver's disks.
 *
 * @param word by which the receiver's node gave it; empty where it was not kept
 */
public record ReceiverKey(SealingPublicKey key, Optional<SignedStatement> word) {}
