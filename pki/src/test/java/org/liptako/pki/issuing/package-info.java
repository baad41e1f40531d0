/** Tests. */
@NullMarked
package org.liptako.pki.issuing;

import org.jspecify.annotations.NullMarked;
