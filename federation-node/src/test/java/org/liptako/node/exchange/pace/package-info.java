/** Tests of the room. */
@NullMarked
package org.liptako.node.exchange.pace;

import org.jspecify.annotations.NullMarked;
