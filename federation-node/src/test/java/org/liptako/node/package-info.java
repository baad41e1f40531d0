/** Tests of the node as a whole: its rooms, and how it starts. */
@NullMarked
package org.liptako.node;

import org.jspecify.annotations.NullMarked;
