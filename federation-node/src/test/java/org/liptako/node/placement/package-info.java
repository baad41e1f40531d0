/** Placements between nodes that run here, with real databases, signatures and TLS. */
@NullMarked
package org.liptako.node.placement;

import org.jspecify.annotations.NullMarked;
