/** The rules of the four jurisdictions: their model, and the loader that reads rule files and names every mistake by its place. */
@NullMarked
package org.liptako.policy.rules;

import org.jspecify.annotations.NullMarked;
