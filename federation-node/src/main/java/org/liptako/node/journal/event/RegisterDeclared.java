package org.liptako.node.journal.event;

import java.time.Instant;

/** A State declares that it keeps a register, or no longer keeps it. */
public record RegisterDeclared(Instant at, Register register, boolean kept) implements JournalEvent {}
