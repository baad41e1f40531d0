/** Tests of the room. */
@NullMarked
package org.liptako.node.exchange.queue;

import org.jspecify.annotations.NullMarked;
