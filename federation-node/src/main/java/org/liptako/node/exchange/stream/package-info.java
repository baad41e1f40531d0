/** How manifests and chunks look on the wire. */
@NullMarked
package org.liptako.node.exchange.stream;

import org.jspecify.annotations.NullMarked;
