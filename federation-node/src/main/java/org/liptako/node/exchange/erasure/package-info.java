/** Removing the copy that a grant for erasure names, unless it is the last proved one. */
@NullMarked
package org.liptako.node.exchange.erasure;

import org.jspecify.annotations.NullMarked;
