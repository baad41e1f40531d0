/** The home State's own versions: read where they lie, in clear and as the ciphertext that encrypted copies hold. */
@NullMarked
package org.liptako.node.exchange.publication;

import org.jspecify.annotations.NullMarked;
