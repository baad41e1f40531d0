/** Tests. */
@NullMarked
package org.liptako.pki.evidence;

import org.jspecify.annotations.NullMarked;
