package org.liptako.node.journal.restore;

import org.liptako.node.journal.Journal;
import org.liptako.node.journal.ReturnedEntries;
import org.liptako.node.journal.tree.JournalTree;

/**
 * This State's journal as its database has it.
 *
 * @param entries what takes lost ones back
 * @param tree over the entries; a moment behind
 */
public record OwnJournal(Journal journal, ReturnedEntries entries, JournalTree tree) {}
