/** Tests of the exchange, and the directories they use. */
@NullMarked
package org.liptako.node.exchange;

import org.jspecify.annotations.NullMarked;
