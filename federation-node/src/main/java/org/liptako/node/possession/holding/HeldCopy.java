package org.liptako.node.possession.holding;

import java.time.Instant;
import org.liptako.node.exchange.manifest.DatasetVersion;

/**
 * A version that a State's journal says was sealed at a site.
 *
 * @param chunks as many as it has
 * @param provedAt when this node read that every chunk was proved, the last time
 * @param withdrawn whether it was found damaged since
 * @param erased whether it was erased since
 */
public record HeldCopy(DatasetVersion version, long chunks, Instant provedAt, boolean withdrawn, boolean erased) {}
