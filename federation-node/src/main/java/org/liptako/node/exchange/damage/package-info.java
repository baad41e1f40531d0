/** Which sealed copies of this site their disk has damaged, and are not yet proved again. */
@NullMarked
package org.liptako.node.exchange.damage;

import org.jspecify.annotations.NullMarked;
