/** Giving the bytes of a held version to the node that a grant names. */
@NullMarked
package org.liptako.node.exchange.serving;

import org.jspecify.annotations.NullMarked;
