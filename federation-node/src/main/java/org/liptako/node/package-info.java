/** Liptako. */
@NullMarked
package org.liptako.node;

import org.jspecify.annotations.NullMarked;
