/** Asking whether, and deciding that, a copy may be somewhere: {@code check} and {@code request}. */
@NullMarked
package org.liptako.node.cli.placement;

import org.jspecify.annotations.NullMarked;
