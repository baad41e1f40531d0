/** The PostgreSQL that the node keeps its record in: its own, or one that it is given. */
@NullMarked
package org.liptako.node.database;

import org.jspecify.annotations.NullMarked;
