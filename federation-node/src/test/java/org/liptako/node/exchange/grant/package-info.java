/** Tests of the accepted grants. */
@NullMarked
package org.liptako.node.exchange.grant;

import org.jspecify.annotations.NullMarked;
