package org.liptako.pki.receipt;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * Whoever signed a part of a receipt.
 *
 * @param field the part's name
 * @param name who it is, in words
 * @param at when it signed: by a witness's clock where one says so, else by its own
 * @param inQuorum whether it signed with others: who was not revoked yet then counts, whatever became of the key, as for the nodes that took what was signed
 */
record Signer(String field, Words name, X509Certificate certificate, Instant at, boolean inQuorum) {}
