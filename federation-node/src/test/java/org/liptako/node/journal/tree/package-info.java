@NullMarked
package org.liptako.node.journal.tree;

import org.jspecify.annotations.NullMarked;
