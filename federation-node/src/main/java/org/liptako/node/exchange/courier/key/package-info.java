/** The keys to which a data centre has courier disks encrypted: one for each grant, destroyed when it has served. */
@NullMarked
package org.liptako.node.exchange.courier.key;

import org.jspecify.annotations.NullMarked;
