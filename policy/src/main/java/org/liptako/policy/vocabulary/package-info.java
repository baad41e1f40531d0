/** What rules and facts documents may speak of: facts, their values, dated spaces, obligations, and the two languages they are said in. */
@NullMarked
package org.liptako.policy.vocabulary;

import org.jspecify.annotations.NullMarked;
