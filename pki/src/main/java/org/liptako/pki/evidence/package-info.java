/** Hashes that bind: digests, commitments, hash chains and Merkle trees. */
@NullMarked
package org.liptako.pki.evidence;

import org.jspecify.annotations.NullMarked;
