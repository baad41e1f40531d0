/** Copies that travel by road: what is exported onto disks under a grant, what is taken from them, what is said of them in journals. */
@NullMarked
package org.liptako.node.exchange.courier;

import org.jspecify.annotations.NullMarked;
