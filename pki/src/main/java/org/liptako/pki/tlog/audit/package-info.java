/** Reads a whole log again, from its files, and says what in it is not as its checkpoint says. */
@NullMarked
package org.liptako.pki.tlog.audit;

import org.jspecify.annotations.NullMarked;
