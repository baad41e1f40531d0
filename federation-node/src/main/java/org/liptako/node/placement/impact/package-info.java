/** What proposed rules would do to the copies, transfers and requests that there are. */
@NullMarked
package org.liptako.node.placement.impact;

import org.jspecify.annotations.NullMarked;
