package org.liptako.node.exchange.damage;

import java.time.Instant;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.wire.Sentence;

/**
 * A copy that is withdrawn.
 *
 * @param why what keeps it from being in order
 */
public record DamagedCopy(DatasetVersion version, Instant foundAt, Sentence why) {}
