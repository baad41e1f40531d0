package org.liptako.node.exchange.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What tells that a file may have been written since, without reading it. The change time counts too, because anyone who may write a file can
 * set its modification time back.
 *
 * @param mode POSIX permission bits
 * @param inode which file it is on its disk
 * @param modified nanoseconds since 1970
 * @param changed nanoseconds since 1970, of content or attributes
 */
public record FileStamp(long size, int mode, long inode, long modified, long changed) {
    private static final int PERMISSIONS = 0777;

    /** The bits of a mode that say what it is the mode of (S_IFMT), and their values. */
    private static final int KINDS = 0170000;

    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;
    private static final int LINK = 0120000;

    /** What can lie in a directory. */
    enum Kind {
        FILE,
        DIRECTORY,
        LINK,
        OTHER
    }

    /** What lies somewhere, and its stamp, from one look. */
    record Seen(Kind kind, FileStamp stamp) {
        /** @param mode with the bits that say what it is the mode of */
        static Seen of(long size, int mode, long inode, long modified, long changed) {
            return new Seen(
                    FileStamp.kind(mode & KINDS), new FileStamp(size, mode & PERMISSIONS, inode, modified, changed));
        }
    }

    /** The stamp of what lies there now; a link is not followed. */
    public static FileStamp of(Path file) throws IOException {
        return see(file).stamp();
    }

    static Seen see(Path path) throws IOException {
        Optional<Seen> seen = LinuxLook.at(path);
        return seen.isPresent() ? seen.get() : seeByJava(path);
    }

    static Seen seeByJava(Path path) throws IOException {
        Map<String, Object> attributes =
                Files.readAttributes(path, "unix:size,mode,ino,lastModifiedTime,ctime", LinkOption.NOFOLLOW_LINKS);
        return Seen.of(
                number(attributes, "size"),
                (int) number(attributes, "mode"),
                number(attributes, "ino"),
                nanoseconds(attributes, "lastModifiedTime"),
                nanoseconds(attributes, "ctime"));
    }

    /** Whether the file was left alone for so long before an instant that a write after it must show in the times. */
    public boolean isSettled(long nanoseconds, long takenAt) {
        return Math.max(modified, changed) < takenAt - nanoseconds;
    }

    ManifestFile file(ManifestPath path) {
        return new ManifestFile(path, size, mode);
    }

    private static Kind kind(int bits) {
        return switch (bits) {
            case REGULAR -> Kind.FILE;
            case DIRECTORY -> Kind.DIRECTORY;
            case LINK -> Kind.LINK;
            default -> Kind.OTHER;
        };
    }

    private static long number(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static long nanoseconds(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof FileTime time ? time.to(TimeUnit.NANOSECONDS) : 0;
    }
}
