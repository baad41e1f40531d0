/** Whether the store that this node finds is the one that it has used: an empty mount point is not taken for lost copies. */
@NullMarked
package org.liptako.node.exchange.recognition;

import org.jspecify.annotations.NullMarked;
