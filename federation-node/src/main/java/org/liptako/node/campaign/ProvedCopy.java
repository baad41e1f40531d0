package org.liptako.node.campaign;

import java.time.Instant;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.VersionRoot;

/** What has come of a copy, proved against the list from abroad. */
public record ProvedCopy(GrantSerial grant, VersionRoot version, long files, long bytes, Instant at) {}
