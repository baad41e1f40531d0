/** Tests of revocation lists. */
@NullMarked
package org.liptako.pki.revocation;

import org.jspecify.annotations.NullMarked;
