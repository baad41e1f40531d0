/** The journal as it is given to others: to peers that follow it, and as a transparency log to whoever checks it. */
@NullMarked
package org.liptako.node.journal.serving;

import org.jspecify.annotations.NullMarked;
