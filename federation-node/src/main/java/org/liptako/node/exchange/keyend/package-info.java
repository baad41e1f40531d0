/** The end of a dataset's key: ordered by two officers of the home State, refused while anything bars it, journaled. */
@NullMarked
package org.liptako.node.exchange.keyend;

import org.jspecify.annotations.NullMarked;
