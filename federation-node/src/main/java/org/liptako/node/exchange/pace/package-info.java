/** How fast, and in which hours, bytes move between this site and others. */
@NullMarked
package org.liptako.node.exchange.pace;

import org.jspecify.annotations.NullMarked;
