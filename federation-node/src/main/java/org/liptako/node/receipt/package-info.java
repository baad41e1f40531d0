/** Receipts: made on request from what the journals say, and sealed by the node. */
@NullMarked
package org.liptako.node.receipt;

import org.jspecify.annotations.NullMarked;
