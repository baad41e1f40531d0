/** Signatures of several people over one content: who signed, who counts, and whether they are enough. */
@NullMarked
package org.liptako.pki.quorum;

import org.jspecify.annotations.NullMarked;
