/** What every certificate and list of the tree must satisfy, one class for each rule; run before anything is signed. */
@NullMarked
package org.liptako.pki.lint;

import org.jspecify.annotations.NullMarked;
