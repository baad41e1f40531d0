/** The replicas of this data centre in a bucket: one object for each file, and beside them what the node needs to go on. */
@NullMarked
package org.liptako.node.exchange.store.s3;

import org.jspecify.annotations.NullMarked;
