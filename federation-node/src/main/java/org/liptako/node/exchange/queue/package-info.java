/** The order in which transfers get their turn, and what holds them back. */
@NullMarked
package org.liptako.node.exchange.queue;

import org.jspecify.annotations.NullMarked;
