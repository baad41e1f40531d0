package org.liptako.node.exchange.courier.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.liptako.node.exchange.courier.key.KeyId;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.sealing.Encapsulation;

/** The part of a sealed file that anyone can read. Immutable. */
final class SealedHead {
    private final byte[] bytes;

    private SealedHead(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws DamagedException if the file is no sealed file, as far as its head tells */
    static SealedHead read(FileChannel file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(SealedFormat.HEAD);
        while (head.hasRemaining()) {
            if (file.read(head, head.position()) < 0) {
                throw new DamagedException("The file is shorter than the head of a sealed file.");
            }
        }
        byte[] magic = SealedFormat.magic();
        if (!Arrays.equals(head.array(), 0, magic.length, magic, 0, magic.length)) {
            throw new DamagedException("The file does not begin as a sealed file does.");
        }
        return new SealedHead(head.array());
    }

    KeyId key() {
        return KeyId.of(Arrays.copyOfRange(bytes, SealedFormat.MAGIC_BYTES, SealedFormat.MAGIC_BYTES + KeyId.BYTES));
    }

    byte[] encapsulation() {
        return Arrays.copyOfRange(bytes, SealedFormat.HEAD - Encapsulation.BYTES, SealedFormat.HEAD);
    }

    Digest digest() {
        return Digest.over(bytes);
    }
}
