/** Tests of what a version consists of. */
@NullMarked
package org.liptako.node.exchange.manifest;

import org.jspecify.annotations.NullMarked;
