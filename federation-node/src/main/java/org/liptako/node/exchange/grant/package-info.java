/** The accepted grants that the exchange acts on, and what was done under each. */
@NullMarked
package org.liptako.node.exchange.grant;

import org.jspecify.annotations.NullMarked;
