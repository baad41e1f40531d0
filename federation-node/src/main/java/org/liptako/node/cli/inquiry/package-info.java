/** {@code liptako ask}: questions put to a node, their answers on the screen or in a file. */
@NullMarked
package org.liptako.node.cli.inquiry;

import org.jspecify.annotations.NullMarked;
