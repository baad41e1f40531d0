package org.liptako.node.exchange.manifest;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.manifest.FileStamp.Seen;

/**
 * Linux's own look at what lies somewhere ({@code statx(2)}), a link not followed. Java tells the change time only in a table that it makes for each file, and
 * of a small file that takes longer than hashing it. Thread-safe.
 */
final class LinuxLook {
    private static final int FROM_THE_ROOT = -100; // AT_FDCWD, which means nothing to an absolute path
    private static final int NO_LINK = 0x100; // AT_SYMLINK_NOFOLLOW
    private static final int WHAT_STAT_TELLS = 0x7ff; // STATX_BASIC_STATS

    // struct statx, the same on every processor.
    private static final int BYTES = 256;
    private static final int MODE = 28;
    private static final int INODE = 32;
    private static final int SIZE = 40;
    private static final int CHANGED = 96;
    private static final int MODIFIED = 112;
    private static final long NANOSECONDS = 1_000_000_000L;
    private static final long MOST_SECONDS = Long.MAX_VALUE / NANOSECONDS;

    /** Whether names are UTF-8 to this process, so that what Java has read of one can be written again. */
    private static final boolean IS_UTF_8 = "UTF-8".equals(System.getProperty("sun.jnu.encoding"));

    private static final char UNREADABLE = '\ufffd';

    private static volatile boolean linked;

    static {
        // Takes Java up to a fifth of a second the first time; until then the look is Java's.
        Thread.ofPlatform().name("link-look").daemon().start(LinuxLook::link);
    }

    private LinuxLook() {}

    private static final class Call {
        static final @Nullable MethodHandle STATX = statx();

        @SuppressWarnings("restricted") // A call of the system's own library, by its documented signature.
        private static @Nullable MethodHandle statx() {
            if (!System.getProperty("os.name", "").equals("Linux")) {
                return null;
            }
            Linker linker = Linker.nativeLinker();
            return linker.defaultLookup()
                    .find("statx")
                    .map(address -> linker.downcallHandle(
                            address,
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS)))
                    .orElse(null);
        }
    }

    /** Returns once it can look, where it ever can. */
    static void link() {
        linked = IS_UTF_8 && Call.STATX != null;
    }

    /** What lies there; empty where this is for Java to say, and above all why nothing can be said. */
    static Optional<Seen> at(Path path) {
        if (!linked || !path.isAbsolute() || !path.getFileSystem().equals(FileSystems.getDefault())) {
            return Optional.empty();
        }
        String name = path.toString();
        return name.indexOf(UNREADABLE) < 0 ? at(name) : Optional.empty();
    }

    private static Optional<Seen> at(String name) {
        MethodHandle statx = Call.STATX;
        if (statx == null) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment told = arena.allocate(BYTES, Long.BYTES);
            int failed =
                    (int) statx.invokeExact(FROM_THE_ROOT, arena.allocateFrom(name), NO_LINK, WHAT_STAT_TELLS, told);
            return failed == 0 && tellsAll(told) ? Optional.of(seen(told)) : Optional.empty();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a call of the system throws nothing", e);
        }
    }

    /** Also times that nanoseconds can be told of in a number; of others Java has its own way. */
    private static boolean tellsAll(MemorySegment told) {
        return (told.get(ValueLayout.JAVA_INT, 0) & WHAT_STAT_TELLS) == WHAT_STAT_TELLS
                && Math.abs(told.get(ValueLayout.JAVA_LONG, CHANGED)) < MOST_SECONDS
                && Math.abs(told.get(ValueLayout.JAVA_LONG, MODIFIED)) < MOST_SECONDS;
    }

    private static Seen seen(MemorySegment told) {
        return Seen.of(
                told.get(ValueLayout.JAVA_LONG, SIZE),
                Short.toUnsignedInt(told.get(ValueLayout.JAVA_SHORT, MODE)),
                told.get(ValueLayout.JAVA_LONG, INODE),
                nanoseconds(told, MODIFIED),
                nanoseconds(told, CHANGED));
    }

    private static long nanoseconds(MemorySegment told, int at) {
        return told.get(ValueLayout.JAVA_LONG, at) * NANOSECONDS + told.get(ValueLayout.JAVA_INT, at + Long.BYTES);
    }
}
