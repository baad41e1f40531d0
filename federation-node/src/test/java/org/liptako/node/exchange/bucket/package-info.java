/** A bucket of a real object store, and of one that misbehaves. */
@NullMarked
package org.liptako.node.exchange.bucket;

import org.jspecify.annotations.NullMarked;
