/** How a node does. */
@NullMarked
package org.liptako.node.operations;

import org.jspecify.annotations.NullMarked;
