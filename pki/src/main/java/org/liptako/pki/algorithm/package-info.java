/** Which keys and signatures are believed, what they cost, and how they are verified. */
@NullMarked
package org.liptako.pki.algorithm;

import org.jspecify.annotations.NullMarked;
