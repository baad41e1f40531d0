/** The format of courier disks: sealed files of frames, the label with the manifest, containers of chunks. */
@NullMarked
package org.liptako.node.exchange.courier.disk;

import org.jspecify.annotations.NullMarked;
