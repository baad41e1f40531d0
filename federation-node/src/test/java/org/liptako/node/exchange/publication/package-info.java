/** Tests of published versions. */
@NullMarked
package org.liptako.node.exchange.publication;

import org.jspecify.annotations.NullMarked;
