/** Rules, conditions and facts said in plain French and English, from the model and never from the text of the rule. */
@NullMarked
package org.liptako.policy.explain;

import org.jspecify.annotations.NullMarked;
