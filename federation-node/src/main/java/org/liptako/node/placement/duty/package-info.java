/** Duties: what comes with a permission, who owes it and by when, what the node keeps by itself, and what has been discharged. */
@NullMarked
package org.liptako.node.placement.duty;

import org.jspecify.annotations.NullMarked;
