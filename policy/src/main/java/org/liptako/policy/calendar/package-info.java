/** Days: written and read as French and English law does, the public holidays of each State, and deadlines counted over them. */
@NullMarked
package org.liptako.policy.calendar;

import org.jspecify.annotations.NullMarked;
