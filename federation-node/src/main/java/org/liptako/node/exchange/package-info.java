/** The bytes of copies: publishing versions, fetching and serving them chunk by chunk, sealing, erasing. */
@NullMarked
package org.liptako.node.exchange;

import org.jspecify.annotations.NullMarked;
