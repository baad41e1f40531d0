/** Tests of ceremonies. */
@NullMarked
package org.liptako.pki.ceremony;

import org.jspecify.annotations.NullMarked;
