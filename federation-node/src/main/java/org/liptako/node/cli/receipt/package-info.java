/** Receipts: made by a node, checked without one. */
@NullMarked
package org.liptako.node.cli.receipt;

import org.jspecify.annotations.NullMarked;
