/** Who a certificate speaks of: States, roles, sites and the names they bear. */
@NullMarked
package org.liptako.pki.name;

import org.jspecify.annotations.NullMarked;
