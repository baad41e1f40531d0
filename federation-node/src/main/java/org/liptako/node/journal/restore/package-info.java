/** A journal whose database was restored from a backup: found out, taken back from the peers, and held until then. */
@NullMarked
package org.liptako.node.journal.restore;

import org.jspecify.annotations.NullMarked;
