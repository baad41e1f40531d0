package org.liptako.pki.trust;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.liptako.pki.encoding.DerDepth;

/** A file that is there whole or not at all, whatever happens to the machine meanwhile. */
final class KeptFile {
    private KeptFile() {}

    /** Replaces the file in one step, and returns when it is on the disk. */
    static void write(Path file, byte[] content) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            try (FileChannel channel = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException e) {
            throw new TrustStoreException(
                    file + " ne peut être écrit : le disque est-il plein, ou le dossier à un autre ?",
                    file + " cannot be written: is the disk full, or the directory another's?",
                    e);
        }
    }

    /** The file's content; empty if it is larger than that, or cannot be read. */
    static Optional<byte[]> read(Path file, long most) {
        try {
            return Files.size(file) > most ? Optional.empty() : Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Two parts in one file: {@code SEQUENCE { OCTET STRING, OCTET STRING }}, DER. */
    static void writePair(Path file, byte[] first, byte[] second) {
        try {
            write(
                    file,
                    new DERSequence(new DEROctetString(first), new DEROctetString(second))
                            .getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new TrustStoreException(
                    file + " ne peut être encodé : restaurez le dossier de confiance.",
                    file + " cannot be encoded: restore the directory of trust.",
                    e);
        }
    }

    /** The two parts; empty if the file is larger than that, cannot be read or holds something else. */
    static Optional<ASN1Sequence> readPair(Path file, long most) {
        return read(file, most).flatMap(KeptFile::pair);
    }

    static byte[] part(ASN1Sequence pair, int index) {
        return ASN1OctetString.getInstance(pair.getObjectAt(index)).getOctets();
    }

    private static Optional<ASN1Sequence> pair(byte[] encoded) {
        try {
            if (!DerDepth.isShallow(encoded)) {
                return Optional.empty();
            }
            ASN1Sequence pair = ASN1Sequence.getInstance(encoded);
            boolean good = pair.size() == 2
                    && pair.getObjectAt(0) instanceof ASN1OctetString
                    && pair.getObjectAt(1) instanceof ASN1OctetString;
            return good ? Optional.of(pair) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
