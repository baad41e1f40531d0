/** The other States' nodes: which they are, the channels to them, and the following of their journals. */
@NullMarked
package org.liptako.node.peer;

import org.jspecify.annotations.NullMarked;
