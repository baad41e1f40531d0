/** Challenges: which chunks of a copy are asked for, how they are answered, and what an answer shows. */
@NullMarked
package org.liptako.node.possession.challenge;

import org.jspecify.annotations.NullMarked;
