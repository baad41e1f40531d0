/** Tests of the room. */
@NullMarked
package org.liptako.node.config.limit;

import org.jspecify.annotations.NullMarked;
