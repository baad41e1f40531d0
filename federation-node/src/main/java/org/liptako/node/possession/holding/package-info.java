/** What the journals say lies where, version by version, and who says that it was given. */
@NullMarked
package org.liptako.node.possession.holding;

import org.jspecify.annotations.NullMarked;
