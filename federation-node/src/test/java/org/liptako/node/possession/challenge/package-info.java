/** Tests of what is drawn, answered and concluded. */
@NullMarked
package org.liptako.node.possession.challenge;

import org.jspecify.annotations.NullMarked;
