/** Statements signed by a party, and what it takes to believe one. */
@NullMarked
package org.liptako.pki.signature;

import org.jspecify.annotations.NullMarked;
