/** Editions of a jurisdiction's rules: the document that officers sign, and the line that editions follow each other in. */
@NullMarked
package org.liptako.policy.edition;

import org.jspecify.annotations.NullMarked;
