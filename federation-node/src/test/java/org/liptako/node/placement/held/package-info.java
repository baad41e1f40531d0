/** Trials of copies as they lie in the registry. */
@NullMarked
package org.liptako.node.placement.held;

import org.jspecify.annotations.NullMarked;
