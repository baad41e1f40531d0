/** How the node does: whether it lives, whether it is ready for work. */
@NullMarked
package org.liptako.node.operations;

import org.jspecify.annotations.NullMarked;
