package org.liptako.node.journal.event;

import java.time.Instant;

/**
 * The State declares an incident, or its end.
 *
 * @param since the first instant of the incident
 */
public record IncidentDeclared(Instant at, boolean declared, Instant since, String reference) implements JournalEvent {}
