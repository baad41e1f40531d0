/** Who this node is and who is calling it: TLS, certificate chains turned into State, role and site, and what each role may call. */
@NullMarked
package org.liptako.node.identity;

import org.jspecify.annotations.NullMarked;
