/** Tests. */
@NullMarked
package org.liptako.pki.name;

import org.jspecify.annotations.NullMarked;
