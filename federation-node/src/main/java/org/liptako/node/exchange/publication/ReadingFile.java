package org.liptako.node.exchange.publication;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.manifest.FileStamp;
import org.liptako.node.exchange.manifest.StampTable;
import org.liptako.node.journal.event.VersionRoot;

/**
 * What is kept beside a version of the reading that it was made from: when it began, which encrypted version goes with it, if any, and the stamp of
 * each file.
 *
 * @param takenAt nanoseconds since 1970
 * @param keyCheck shows under which key the ciphertext was made; empty if none was
 */
record ReadingFile(long takenAt, Optional<VersionRoot> encrypted, String keyCheck, List<FileStamp> stamps) {
    private static final int FORMAT = 0x4c52_4402; // "LRD", version 2

    ReadingFile {
        stamps = stamps instanceof StampTable ? stamps : List.copyOf(stamps);
    }

    void write(OutputStream target) throws IOException {
        DataOutputStream out = new DataOutputStream(target);
        out.writeInt(FORMAT);
        out.writeLong(takenAt);
        out.writeUTF(encrypted.map(VersionRoot::value).orElse(""));
        out.writeUTF(keyCheck);
        out.writeInt(stamps.size());
        for (FileStamp stamp : stamps) {
            out.writeLong(stamp.size());
            out.writeInt(stamp.mode());
            out.writeLong(stamp.inode());
            out.writeLong(stamp.modified());
            out.writeLong(stamp.changed());
        }
        out.flush();
    }

    /** Reads what was written; the stamps stay where they are. */
    static ReadingFile read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                DataInputStream in = new DataInputStream(Channels.newInputStream(channel))) {
            if (in.readInt() != FORMAT) {
                throw new IOException(file + " is of another format.");
            }
            long takenAt = in.readLong();
            Optional<VersionRoot> encrypted =
                    Optional.of(in.readUTF()).filter(root -> !root.isEmpty()).map(VersionRoot::new);
            String keyCheck = in.readUTF();
            int count = in.readInt();
            return new ReadingFile(takenAt, encrypted, keyCheck, StampTable.in(channel, channel.position(), count));
        }
    }
}
