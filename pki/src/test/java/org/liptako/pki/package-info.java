/** Tests. */
@NullMarked
package org.liptako.pki;

import org.jspecify.annotations.NullMarked;
