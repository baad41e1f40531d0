/** Tests of the lints. */
@NullMarked
package org.liptako.pki.lint;

import org.jspecify.annotations.NullMarked;
