/** The replicas on this data centre's disks: received chunk by chunk, released once sealed, and gone when erased. */
@NullMarked
package org.liptako.node.exchange.store;

import org.jspecify.annotations.NullMarked;
