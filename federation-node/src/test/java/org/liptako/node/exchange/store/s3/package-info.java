/** Replicas in a bucket of a real object store. */
@NullMarked
package org.liptako.node.exchange.store.s3;

import org.jspecify.annotations.NullMarked;
