/** Pages as files to print. */
@NullMarked
package org.liptako.node.cli.paper;

import org.jspecify.annotations.NullMarked;
