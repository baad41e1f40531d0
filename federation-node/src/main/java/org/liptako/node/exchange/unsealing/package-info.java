/** Encrypted copies back in clear at their home State, as files that are what they were. */
@NullMarked
package org.liptako.node.exchange.unsealing;

import org.jspecify.annotations.NullMarked;
