/** A rule set as a document to read, print and sign: its articles in words, and what they decide, in tables that the engine fills. */
@NullMarked
package org.liptako.policy.document;

import org.jspecify.annotations.NullMarked;
