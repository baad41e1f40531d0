/** Liptako. */
@NullMarked
package org.liptako.policy;

import org.jspecify.annotations.NullMarked;
