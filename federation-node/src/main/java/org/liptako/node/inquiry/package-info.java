/** Questions on copies, each a sentence with blanks; their answers, as rows and as files; who asked what. */
@NullMarked
package org.liptako.node.inquiry;

import org.jspecify.annotations.NullMarked;
