/** Scenarios beside the rules: what a legal officer expects of them, tried by the engine, and how much of the rules they reach. */
@NullMarked
package org.liptako.policy.scenario;

import org.jspecify.annotations.NullMarked;
