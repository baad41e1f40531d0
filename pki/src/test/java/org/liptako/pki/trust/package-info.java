/** Tests of the trust state, its line and where it is kept. */
@NullMarked
package org.liptako.pki.trust;

import org.jspecify.annotations.NullMarked;
