/** Tests of secrets for one receiver. */
@NullMarked
package org.liptako.pki.sealing;

import org.jspecify.annotations.NullMarked;
