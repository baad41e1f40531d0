/** The Merkle tree over each journal known here: its tiles, its proofs, and the checkpoints that this State signs over its own. */
@NullMarked
package org.liptako.node.journal.tree;

import org.jspecify.annotations.NullMarked;
