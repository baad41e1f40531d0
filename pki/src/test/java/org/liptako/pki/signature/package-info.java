/** Tests. */
@NullMarked
package org.liptako.pki.signature;

import org.jspecify.annotations.NullMarked;
