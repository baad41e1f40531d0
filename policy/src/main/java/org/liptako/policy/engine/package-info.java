/** Judging: the engines behind one interface, and the compiled evaluator that runs inside the node. */
@NullMarked
package org.liptako.policy.engine;

import org.jspecify.annotations.NullMarked;
