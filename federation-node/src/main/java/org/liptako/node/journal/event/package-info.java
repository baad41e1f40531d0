/** What a State's journal may say: one record for each kind of entry, and the identifiers that they share. */
@NullMarked
package org.liptako.node.journal.event;

import org.jspecify.annotations.NullMarked;
