/** Facts documents: read, checked and held in the compact form that both engines start from. */
@NullMarked
package org.liptako.policy.facts;

import org.jspecify.annotations.NullMarked;
