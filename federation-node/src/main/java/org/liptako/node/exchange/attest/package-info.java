/** What operators sign of erased copies: drawn up, verified, journaled; until then an erasure is the node's word alone. */
@NullMarked
package org.liptako.node.exchange.attest;

import org.jspecify.annotations.NullMarked;
