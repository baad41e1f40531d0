/** Secrets for one receiver that outlast the carrier: hybrid public-key encapsulation (X-Wing in HPKE). */
@NullMarked
package org.liptako.pki.sealing;

import org.jspecify.annotations.NullMarked;
