package org.liptako.node.exchange.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What the file system says of a file that changes with whatever is done to it: nobody but the kernel sets the time of the last change.
 *
 * @param file which one it is, by device and number, so that one put in its place is another
 * @param changed when content, name, mode or owner last changed
 */
record FileState(String file, long size, FileTime changed) {
    /** The kernel's clock for this moves in steps; two changes within one look like one. */
    private static final Duration STEP = Duration.ofSeconds(2);

    static FileState of(Path path) throws IOException {
        Map<String, Object> seen = Files.readAttributes(path, "unix:dev,ino,size,ctime", LinkOption.NOFOLLOW_LINKS);
        if (!(seen.get("size") instanceof Long size) || !(seen.get("ctime") instanceof FileTime changed)) {
            throw new IOException(path.getFileName() + " has no size or time of change.");
        }
        return new FileState(seen.get("dev") + ":" + seen.get("ino"), size, changed);
    }

    /** Whether a change from now on would show. */
    boolean isSettled() {
        return changed.toInstant().plus(STEP).isBefore(Instant.now());
    }
}
