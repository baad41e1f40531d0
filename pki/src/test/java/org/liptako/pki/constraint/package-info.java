/** Tests of name constraints. */
@NullMarked
package org.liptako.pki.constraint;

import org.jspecify.annotations.NullMarked;
