/** Tests. */
@NullMarked
package org.liptako.pki.profile;

import org.jspecify.annotations.NullMarked;
