/** YAML 1.2 as rule files use it: every scalar a text, every node with its place, nothing that hides or repeats. */
@NullMarked
package org.liptako.policy.yaml;

import org.jspecify.annotations.NullMarked;
