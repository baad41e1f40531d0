/** Tests of the room campaign. */
@NullMarked
package org.liptako.node.campaign;

import org.jspecify.annotations.NullMarked;
