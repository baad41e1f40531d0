/** Receipts: what a journal says of a copy, a refusal, an erasure or a dataset, in one file that can be checked offline. */
@NullMarked
package org.liptako.pki.receipt;

import org.jspecify.annotations.NullMarked;
