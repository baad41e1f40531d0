/** Tests. */
@NullMarked
package org.liptako.pki.tlog;

import org.jspecify.annotations.NullMarked;
