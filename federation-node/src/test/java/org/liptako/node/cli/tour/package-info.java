/** Tests of the tour. */
@NullMarked
package org.liptako.node.cli.tour;

import org.jspecify.annotations.NullMarked;
