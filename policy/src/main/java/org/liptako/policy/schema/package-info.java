/** JSON Schema of the files that legal officers write, made from the vocabulary, so that editors complete and check them. */
@NullMarked
package org.liptako.policy.schema;

import org.jspecify.annotations.NullMarked;
