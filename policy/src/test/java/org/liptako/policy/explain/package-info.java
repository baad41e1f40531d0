/** Rules said in words. */
@NullMarked
package org.liptako.policy.explain;

import org.jspecify.annotations.NullMarked;
