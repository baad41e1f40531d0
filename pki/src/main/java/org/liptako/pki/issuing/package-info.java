/** Making keys and certificates, and the trial tree of a whole region. */
@NullMarked
package org.liptako.pki.issuing;

import org.jspecify.annotations.NullMarked;
