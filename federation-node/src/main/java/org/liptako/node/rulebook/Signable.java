package org.liptako.node.rulebook;

import java.time.Instant;
import org.liptako.pki.profile.KeyKind;

/**
 * What an officer's key signs to sign an edition.
 *
 * @param attributes the bytes that are signed, DER
 * @param at the time that stands in them
 * @param key on which curve the key is
 * @param publicKey the key of the officer's certificate, as X.509 writes it
 */
@SuppressWarnings("ArrayRecordComponent") // Shared with nobody, and never compared.
public record Signable(byte[] attributes, Instant at, KeyKind key, byte[] publicKey) {}
