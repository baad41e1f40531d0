/** Chains by the thousand: JSON lines in, one verdict a line out, in the same order. */
@NullMarked
package org.liptako.pki.validation.batch;

import org.jspecify.annotations.NullMarked;
