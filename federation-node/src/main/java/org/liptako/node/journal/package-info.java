/** The append-only record of what binds: entries, hash chain, signed heads; own and peers'. */
@NullMarked
package org.liptako.node.journal;

import org.jspecify.annotations.NullMarked;
