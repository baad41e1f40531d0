/** A disk that keeps a record of what is done to it, so that the order of writes, syncs and renames can be proved without cutting power. */
@NullMarked
package org.liptako.node.exchange.store.recorded;

import org.jspecify.annotations.NullMarked;
