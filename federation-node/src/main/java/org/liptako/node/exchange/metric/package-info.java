/** What the exchange counts for those who watch the node. */
@NullMarked
package org.liptako.node.exchange.metric;

import org.jspecify.annotations.NullMarked;
