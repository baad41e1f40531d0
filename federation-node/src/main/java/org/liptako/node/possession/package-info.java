/** Whether what the journals say lies somewhere does: reconciliation of stores and journals. */
@NullMarked
package org.liptako.node.possession;

import org.jspecify.annotations.NullMarked;
