/** Name constraints (RFC 5280 section 4.2.1.10), one class for each form of name; what cannot be processed is refused. */
@NullMarked
package org.liptako.pki.constraint;

import org.jspecify.annotations.NullMarked;
