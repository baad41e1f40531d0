@NullMarked
package org.liptako.node.operations.publishing;

import org.jspecify.annotations.NullMarked;
