package org.liptako.node.console;

import io.micronaut.http.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.liptako.pki.evidence.Digest;

/**
 * A file of the pages that browsers keep, with what tells one content from another.
 *
 * @param digest of its content
 */
@SuppressWarnings("ArrayRecordComponent") // Shared with nobody who writes to it, and never compared.
record KeptFile(byte[] bytes, MediaType type, String digest) {
    private static final Pattern COMMAS = Pattern.compile(",");
    private static final int DIGITS = 32;

    /** Of the class path, beside this class. */
    static KeptFile of(String name, MediaType type) {
        try (InputStream in = KeptFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            byte[] bytes = in.readAllBytes();
            return new KeptFile(bytes, type, Digest.over(bytes).hex().substring(0, DIGITS));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its ETag, a strong one: compressed, it is other bytes (RFC 9110, 8.8.3.3). */
    String tag(Collection<String> encodings) {
        boolean compressed = encodings.stream()
                .map(encoding -> encoding.toLowerCase(Locale.ROOT))
                .anyMatch(encoding -> encoding.contains("gzip") || encoding.contains("deflate"));
        return '"' + digest + (compressed ? "-c" : "") + '"';
    }

    /** Whether what a browser says that it has is this; it may call a strong tag weak (RFC 9110, 13.1.2). */
    static boolean names(Collection<String> kept, String tag) {
        return kept.stream()
                .flatMap(COMMAS::splitAsStream)
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }
}
