/** Random rule files and facts documents, for laws and for comparing engines. */
@NullMarked
package org.liptako.policy.generated;

import org.jspecify.annotations.NullMarked;
