/** Tests of judging chains by the thousand. */
@NullMarked
package org.liptako.pki.validation.batch;

import org.jspecify.annotations.NullMarked;
