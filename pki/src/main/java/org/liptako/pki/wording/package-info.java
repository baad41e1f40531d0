/** How what is told to people is said: French first, English complete. */
@NullMarked
package org.liptako.pki.wording;

import org.jspecify.annotations.NullMarked;
