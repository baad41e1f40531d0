@NullMarked
package org.liptako.node.receipt;

import org.jspecify.annotations.NullMarked;
