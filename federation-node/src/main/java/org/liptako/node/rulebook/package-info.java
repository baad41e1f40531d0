/** The rules in force at this node: loaded, checked, given to an engine, journaled and published. */
@NullMarked
package org.liptako.node.rulebook;

import org.jspecify.annotations.NullMarked;
