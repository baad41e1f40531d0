/** Tests of the audit, on logs that are whole and on logs that somebody has touched. */
@NullMarked
package org.liptako.pki.tlog.audit;

import org.jspecify.annotations.NullMarked;
