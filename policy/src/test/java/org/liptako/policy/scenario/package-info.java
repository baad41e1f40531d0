/** Scenarios, read and run. */
@NullMarked
package org.liptako.policy.scenario;

import org.jspecify.annotations.NullMarked;
