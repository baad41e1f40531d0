/** Commands that judge decisions again and explain them: with a node, or from files alone. */
@NullMarked
package org.liptako.node.cli.replay;

import org.jspecify.annotations.NullMarked;
