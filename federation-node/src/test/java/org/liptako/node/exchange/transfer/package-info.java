/** Tests of transfers into this site. */
@NullMarked
package org.liptako.node.exchange.transfer;

import org.jspecify.annotations.NullMarked;
