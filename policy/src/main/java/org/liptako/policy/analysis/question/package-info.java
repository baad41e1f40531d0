/** One file for each question that is put to a rule set over all documents. */
@NullMarked
package org.liptako.policy.analysis.question;

import org.jspecify.annotations.NullMarked;
