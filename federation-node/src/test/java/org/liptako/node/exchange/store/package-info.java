/** Tests of the store of replicas. */
@NullMarked
package org.liptako.node.exchange.store;

import org.jspecify.annotations.NullMarked;
