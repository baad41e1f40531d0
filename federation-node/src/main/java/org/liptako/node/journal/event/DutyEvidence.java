package org.liptako.node.journal.event;

import org.liptako.pki.evidence.Digest;

/**
 * The document that shows that a duty was discharged. It stays with whoever drew it up; the journal fixes which one it is.
 *
 * @param sha256 over its bytes
 * @param title as a person would ask for it
 */
public record DutyEvidence(Digest sha256, String title) {}
