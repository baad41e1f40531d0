/** Rules as people read them: books, versions, articles, what enters and leaves force, how two versions differ. Values without a rule of the engines in them. */
@NullMarked
package org.liptako.node.rulebook.reading;

import org.jspecify.annotations.NullMarked;
