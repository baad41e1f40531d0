package org.liptako.node.exchange.grant;

import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.Journal;
import org.liptako.node.registry.Registry;
import org.liptako.pki.name.SiteId;

/** What a desk of the exchange writes to and reads from: this site's name, its State's journal and registry, and their database. */
public record SiteRecord(SiteId site, Jdbi jdbi, Journal journal, Registry registry, Clock clock) {}
