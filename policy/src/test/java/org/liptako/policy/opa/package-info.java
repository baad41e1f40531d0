/** Tests of judging by OPA. */
@NullMarked
package org.liptako.policy.opa;

import org.jspecify.annotations.NullMarked;
