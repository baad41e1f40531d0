/** Editions and their line. */
@NullMarked
package org.liptako.policy.edition;

import org.jspecify.annotations.NullMarked;
