/** How a party comes by its certificate: one-time tokens, requests with proof of possession, renewal. */
@NullMarked
package org.liptako.pki.enrolment;

import org.jspecify.annotations.NullMarked;
