/** The watch, on a real database and a clock that is set by hand. */
@NullMarked
package org.liptako.node.placement.watch;

import org.jspecify.annotations.NullMarked;
