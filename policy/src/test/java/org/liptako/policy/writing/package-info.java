/** Writing a rule by answering questions, clause by clause; each answer is checked by the loader that a node uses. */
@NullMarked
package org.liptako.policy.writing;

import org.jspecify.annotations.NullMarked;
