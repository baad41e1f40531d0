/** Tests. */
@NullMarked
package org.liptako.pki.validation;

import org.jspecify.annotations.NullMarked;
