/** Making the program ready on this machine: a rehearsal that later starts begin from. */
@NullMarked
package org.liptako.node.cli.prepare;

import org.jspecify.annotations.NullMarked;
