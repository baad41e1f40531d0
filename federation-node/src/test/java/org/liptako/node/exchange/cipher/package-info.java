/** Tests of encryption by chunk. */
@NullMarked
package org.liptako.node.exchange.cipher;

import org.jspecify.annotations.NullMarked;
