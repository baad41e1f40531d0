/** Decisions judged again: found in the journal, checked, judged under the rules of their day, and explained from fact to article. */
@NullMarked
package org.liptako.node.replay;

import org.jspecify.annotations.NullMarked;
