/** Repatriation: copies abroad that a State brings home, each from the plan to the evidence that it is gone abroad. */
@NullMarked
package org.liptako.node.campaign;

import org.jspecify.annotations.NullMarked;
