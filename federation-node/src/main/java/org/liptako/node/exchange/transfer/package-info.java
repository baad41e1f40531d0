/** Fetching a copy that a grant allows, until it is sealed, whatever stops in between. */
@NullMarked
package org.liptako.node.exchange.transfer;

import org.jspecify.annotations.NullMarked;
