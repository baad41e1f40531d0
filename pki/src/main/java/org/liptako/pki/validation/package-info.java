/** The one validator: from untrusted bytes to a party, or to the reason for a refusal. */
@NullMarked
package org.liptako.pki.validation;

import org.jspecify.annotations.NullMarked;
