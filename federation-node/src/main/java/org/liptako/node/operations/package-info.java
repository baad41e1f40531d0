/** How the node does: whether it lives, whether it is ready for work, how much of the time it was; how it leaves. */
@NullMarked
package org.liptako.node.operations;

import org.jspecify.annotations.NullMarked;
