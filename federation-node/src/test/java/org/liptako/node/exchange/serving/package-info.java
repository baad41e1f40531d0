/** Tests of serving. */
@NullMarked
package org.liptako.node.exchange.serving;

import org.jspecify.annotations.NullMarked;
