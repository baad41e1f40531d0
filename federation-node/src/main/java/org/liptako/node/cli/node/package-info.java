/** Running a node from the command line. */
@NullMarked
package org.liptako.node.cli.node;

import org.jspecify.annotations.NullMarked;
