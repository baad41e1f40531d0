/** Witnessing the other States' journals: their checkpoints are cosigned once they are shown to have only grown. */
@NullMarked
package org.liptako.node.journal.witness;

import org.jspecify.annotations.NullMarked;
