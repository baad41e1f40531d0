/** Copies as they lie in the registry, each judged again as it stands. */
@NullMarked
package org.liptako.node.placement.held;

import org.jspecify.annotations.NullMarked;
