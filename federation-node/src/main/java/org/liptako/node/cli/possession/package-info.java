/** {@code liptako reconcile}: whether what the journals say lies somewhere does. */
@NullMarked
package org.liptako.node.cli.possession;

import org.jspecify.annotations.NullMarked;
