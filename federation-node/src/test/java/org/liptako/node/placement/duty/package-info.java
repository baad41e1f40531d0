/** What obligations mean. */
@NullMarked
package org.liptako.node.placement.duty;

import org.jspecify.annotations.NullMarked;
