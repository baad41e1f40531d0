/** Finding what a disk has damaged of a copy, and bringing a withdrawn copy in order from other holders. */
@NullMarked
package org.liptako.node.exchange.repair;

import org.jspecify.annotations.NullMarked;
