/** Tests of chunks and manifests as they travel. */
@NullMarked
package org.liptako.node.exchange.stream;

import org.jspecify.annotations.NullMarked;
