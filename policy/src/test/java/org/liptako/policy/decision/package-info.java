/** Tests of decision documents. */
@NullMarked
package org.liptako.policy.decision;

import org.jspecify.annotations.NullMarked;
