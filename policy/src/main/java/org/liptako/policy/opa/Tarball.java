package org.liptako.policy.opa;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.GZIPOutputStream;

/** A compressed archive of a few files (POSIX 1003.1 ustar, RFC 1952), the same bytes for the same files: no owner, no time. */
final class Tarball {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 100;

    private Tarball() {}

    /** @param files by their short ASCII names, in the order in which they are to stand */
    static byte[] of(SequencedMap<String, byte[]> files) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream archive = new GZIPOutputStream(packed)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                byte[] content = file.getValue();
                archive.write(header(file.getKey(), content.length));
                archive.write(content);
                archive.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
            }
            archive.write(new byte[2 * BLOCK]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] header(String name, int size) {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("The name " + name + " is too long for this archive.");
        }
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, "%011o\0".formatted(size));
        put(header, 136, "00000000000\0");
        put(header, 148, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte octet : header) {
            sum += octet & 0xff;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        return header;
    }

    private static void put(byte[] header, int at, String field) {
        byte[] bytes = field.getBytes(US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
