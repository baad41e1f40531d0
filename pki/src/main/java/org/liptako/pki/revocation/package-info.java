/** Certificate revocation lists (RFC 5280 section 5): read within limits, verified on use, asked for one certificate. */
@NullMarked
package org.liptako.pki.revocation;

import org.jspecify.annotations.NullMarked;
