/** Judging by OPA: the Rego, how rules reach it, its process and its client. */
@NullMarked
package org.liptako.policy.opa;

import org.jspecify.annotations.NullMarked;
