/** A first quarter of an hour at the terminal, for each of those who work with a node. */
@NullMarked
package org.liptako.node.cli.tour;

import org.jspecify.annotations.NullMarked;
