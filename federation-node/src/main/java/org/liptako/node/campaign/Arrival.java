package org.liptako.node.campaign;

import java.time.Instant;
import org.liptako.pki.evidence.Digest;

/**
 * Where a copy's bytes are put at home, and what they are held against.
 *
 * @param origin a directory below the publishing directory, or a prefix of published objects
 * @param listing the list of what lies abroad, below the publishing directory
 * @param listed SHA-256 over that list
 * @param by the operator who said so
 */
public record Arrival(String origin, String listing, Digest listed, Instant since, String by) {}
