/** The node's configuration, read and checked once at start. */
@NullMarked
package org.liptako.node.config;

import org.jspecify.annotations.NullMarked;
