/** What lies in this site's store, held against what the journals say; what differs is journaled. */
@NullMarked
package org.liptako.node.possession.reconcile;

import org.jspecify.annotations.NullMarked;
