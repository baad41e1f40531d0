/** Certificates, signatures and evidence of the federation: what proves who said what. */
@NullMarked
package org.liptako.pki;

import org.jspecify.annotations.NullMarked;
