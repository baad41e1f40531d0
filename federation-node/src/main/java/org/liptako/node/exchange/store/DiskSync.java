package org.liptako.node.exchange.store;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Syncs the whole file system of a directory by one call (Linux, {@code syncfs(2)}): what many small files take each for itself, they take
 * once together. It is open before anything is written, because a write that fails behind one's back is told only to those who had the file
 * system open before, and since Linux 5.8 alone. One that failed was told once: who was told must not ask again. Thread-safe.
 */
final class DiskSync implements Closeable {
    /** Those of which a test shows that they tell of failed writes; others may sync nothing here, or keep quiet. */
    private static final Set<String> TELLING = Set.of("ext4");

    private static final Logger LOG = LoggerFactory.getLogger(DiskSync.class);
    private static final Pattern RELEASE = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");
    private static final int CLOSE_ON_EXEC = 02000000;
    private static final FunctionDescriptor OF_DESCRIPTOR =
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);

    private static final Optional<MethodHandle> OPEN = call(
            "open",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
            Linker.Option.firstVariadicArg(2));
    private static final Optional<MethodHandle> SYNC = call("syncfs", OF_DESCRIPTOR);
    private static final Optional<MethodHandle> CLOSE = call("close", OF_DESCRIPTOR);

    private final Path directory;
    private final int descriptor;
    private boolean closed;

    private DiskSync(Path directory, int descriptor) {
        this.directory = directory;
        this.descriptor = descriptor;
    }

    /** Has Java link the calls, which takes it about a fifth of a second: the first copy does not wait for that then. */
    static void link() {
        if (SYNC.isEmpty()) {
            LOG.debug("This system has no call that syncs a whole file system.");
        }
    }

    /** The file system of a directory; empty where it does not tell of every write that failed. */
    static Optional<DiskSync> of(Path directory) throws IOException {
        boolean telling = tells(System.getProperty("os.name", ""), System.getProperty("os.version", ""))
                && TELLING.contains(Files.getFileStore(directory).type());
        if (!telling || OPEN.isEmpty() || SYNC.isEmpty() || CLOSE.isEmpty()) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = arena.allocateFrom(directory.toString());
            int descriptor = (int) OPEN.get().invokeExact(path, CLOSE_ON_EXEC);
            if (descriptor < 0) {
                throw new IOException(directory + " cannot be opened to sync its disk.");
            }
            return Optional.of(new DiskSync(directory, descriptor));
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a call of the system throws nothing", e);
        }
    }

    /** Whether {@code syncfs} of this system returns an error that a write met, which it does since Linux 5.8. */
    static boolean tells(String system, String release) {
        Matcher numbers = RELEASE.matcher(release);
        if (!system.equals("Linux") || !numbers.matches()) {
            return false;
        }
        int major = Integer.parseInt(numbers.group(1));
        return major > 5 || (major == 5 && Integer.parseInt(numbers.group(2)) >= 8);
    }

    /** Returns once the disk has all that was written. */
    synchronized void force() throws IOException {
        if (closed || returned(SYNC) != 0) {
            throw new IOException("The disk of " + directory + " could not be synced.");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            if (returned(CLOSE) != 0) {
                throw new IOException(directory + " could not be closed.");
            }
        }
    }

    private int returned(Optional<MethodHandle> call) {
        try {
            return (int) call.orElseThrow().invokeExact(descriptor);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a call of the system throws nothing", e);
        }
    }

    @SuppressWarnings("restricted") // Calls of the system's own library, by their documented signatures.
    private static Optional<MethodHandle> call(String name, FunctionDescriptor signature, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find(name).map(address -> linker.downcallHandle(address, signature, options));
    }
}
