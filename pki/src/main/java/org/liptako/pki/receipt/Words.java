package org.liptako.pki.receipt;

/** One sentence in French and in English. */
public record Words(String fr, String en) {}
