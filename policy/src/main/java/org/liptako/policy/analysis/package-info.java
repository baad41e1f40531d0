/** Exact questions over all facts documents (section 7): what two rule sets permit, and what in one of them cannot be meant. */
@NullMarked
package org.liptako.policy.analysis;

import org.jspecify.annotations.NullMarked;
