/** Tests of names and encodings as they compare. */
@NullMarked
package org.liptako.pki.encoding;

import org.jspecify.annotations.NullMarked;
