package org.liptako.node.journal.event;

import java.time.Instant;

/** A State has recorded one of its sites, or a place outside the federation where its copies lie. */
public record SiteRecorded(Instant at, Site site) implements JournalEvent {}
