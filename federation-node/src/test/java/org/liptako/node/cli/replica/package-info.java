/** Tests of what operators read of copies. */
@NullMarked
package org.liptako.node.cli.replica;

import org.jspecify.annotations.NullMarked;
