/** Rule sets as boolean circuits over the finitely many facts documents that they can tell apart, and the search for a document in them. */
@NullMarked
package org.liptako.policy.analysis.encoding;

import org.jspecify.annotations.NullMarked;
