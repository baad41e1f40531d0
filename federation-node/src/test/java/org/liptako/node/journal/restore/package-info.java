@NullMarked
package org.liptako.node.journal.restore;

import org.jspecify.annotations.NullMarked;
