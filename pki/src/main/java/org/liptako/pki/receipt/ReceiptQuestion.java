package org.liptako.pki.receipt;

import java.time.Instant;

/** Which dataset, and at which date. */
public record ReceiptQuestion(String dataset, Instant at) {}
