/** Tests of what every endpoint shares. */
@NullMarked
package org.liptako.node.wire;

import org.jspecify.annotations.NullMarked;
