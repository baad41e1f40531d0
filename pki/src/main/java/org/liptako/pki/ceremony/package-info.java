/** Ceremonies: keys and certificates of authorities, made offline from one declaration, with a signed transcript. */
@NullMarked
package org.liptako.pki.ceremony;

import org.jspecify.annotations.NullMarked;
