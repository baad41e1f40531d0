/** Tests of enrolment and renewal. */
@NullMarked
package org.liptako.pki.enrolment;

import org.jspecify.annotations.NullMarked;
