/** What the three States believe together: the numbered trust state, how one follows another, and where it is kept. */
@NullMarked
package org.liptako.pki.trust;

import org.jspecify.annotations.NullMarked;
