/** Receipts on paper. */
@NullMarked
package org.liptako.node.cli.receipt;

import org.jspecify.annotations.NullMarked;
