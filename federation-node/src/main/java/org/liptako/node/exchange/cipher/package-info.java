/** Copies that their custodians cannot read: chunks encrypted the same way each time, under a key that the home State keeps. */
@NullMarked
package org.liptako.node.exchange.cipher;

import org.jspecify.annotations.NullMarked;
