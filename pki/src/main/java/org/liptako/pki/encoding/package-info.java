/** How what is signed is written: the depth of DER, and directory names in the one form in which they compare. */
@NullMarked
package org.liptako.pki.encoding;

import org.jspecify.annotations.NullMarked;
