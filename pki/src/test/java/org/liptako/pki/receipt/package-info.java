/** Receipts. */
@NullMarked
package org.liptako.pki.receipt;

import org.jspecify.annotations.NullMarked;
