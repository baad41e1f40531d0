/** Tests of judging. */
@NullMarked
package org.liptako.policy.engine;

import org.jspecify.annotations.NullMarked;
