/** Certificate policies along a path (RFC 5280 section 6.1), in work that grows with the input (RFC 9618). */
@NullMarked
package org.liptako.pki.certpolicy;

import org.jspecify.annotations.NullMarked;
