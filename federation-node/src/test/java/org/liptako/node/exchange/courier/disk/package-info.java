/** Tests of the format of courier disks. */
@NullMarked
package org.liptako.node.exchange.courier.disk;

import org.jspecify.annotations.NullMarked;
