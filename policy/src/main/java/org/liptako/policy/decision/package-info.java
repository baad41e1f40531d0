/** The decision document of section 5 and the merging of what two States decided. */
@NullMarked
package org.liptako.policy.decision;

import org.jspecify.annotations.NullMarked;
