/** Tests of signatures by several people. */
@NullMarked
package org.liptako.pki.quorum;

import org.jspecify.annotations.NullMarked;
