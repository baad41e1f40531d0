/** Transparency logs in the C2SP formats: signed notes, checkpoints, cosignatures, tiles and proofs. */
@NullMarked
package org.liptako.pki.tlog;

import org.jspecify.annotations.NullMarked;
