/** Exact questions over all facts documents, and their proofs. */
@NullMarked
package org.liptako.policy.analysis;

import org.jspecify.annotations.NullMarked;
