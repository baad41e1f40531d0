package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk of its own with ext4 (root on Linux, as {@link LoopDisk}) that fills up, becomes read-only or loses its power while programs write to
 * it, and that is mended: what lies on it then is what the device had got by that moment, and no more.
 */
final class MendableDisk implements AutoCloseable {
    /** {@code EXT4_IOC_SHUTDOWN}: {@code _IOR('X', 125, __u32)}. */
    private static final long SHUTDOWN = 0x8004587dL;

    /** {@code EXT4_GOING_FLAGS_NOLOGFLUSH}: what the journal has not got is lost. */
    private static final int WITHOUT_FLUSHING = 2;

    private final Path directory;
    private final Path mount;
    private int generation;

    /** Made below a directory. */
    MendableDisk(Path directory, int mebibytes) throws IOException, InterruptedException {
        LoopDisk.assumeRoot();
        this.directory = Files.createDirectories(directory.resolve("device"));
        this.mount = Files.createDirectories(directory.resolve("disk"));
        LoopDisk.run("truncate", "-s", mebibytes + "m", image().toString());
        LoopDisk.run("mkfs.ext4", "-q", "-F", "-J", "size=4", image().toString());
        LoopDisk.run("mount", "-o", "loop", image().toString(), mount.toString());
    }

    /** Where it is mounted. */
    Path path() {
        return mount;
    }

    /** Takes all the room that is left. */
    void fill() throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (true) {
                ballast.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    /** Gives back what {@link #fill} took. */
    void empty() throws IOException {
        Files.delete(ballast());
    }

    /** Becomes read-only, as it does by itself when the device fails, whoever writes to it. */
    void becomeReadOnly() throws IOException, InterruptedException {
        LoopDisk.run("mount", "-o", "remount,abort", mount.toString());
    }

    /** Gets nothing more, and forgets what it had not yet got. */
    @SuppressWarnings("restricted") // Calls of the system's own library, by their documented signatures.
    void losePower() {
        Linker linker = Linker.nativeLinker();
        MethodHandle open = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("open"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                Linker.Option.firstVariadicArg(2));
        MethodHandle ioctl = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("ioctl"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
                Linker.Option.firstVariadicArg(2));
        MethodHandle close = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("close"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = (int) open.invokeExact(arena.allocateFrom(mount.toString()), 0);
            MemorySegment how = arena.allocateFrom(ValueLayout.JAVA_INT, WITHOUT_FLUSHING);
            int done = (int) ioctl.invokeExact(descriptor, SHUTDOWN, how);
            int closed = (int) close.invokeExact(descriptor);
            assertThat(done).as("the ioctl that shuts ext4 down").isZero();
            assertThat(closed).isZero();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a call of the system throws nothing", e);
        }
    }

    /** Is whole again and mounted in the same place, with what the device had got. */
    void mend() throws IOException, InterruptedException {
        Path failed = image();
        LoopDisk.run("umount", "-l", mount.toString());
        generation++;
        LoopDisk.run("cp", "--sparse=always", failed.toString(), image().toString());
        LoopDisk.run("mount", "-o", "loop", image().toString(), mount.toString());
    }

    @Override
    public void close() throws IOException {
        LoopDisk.unmount(mount);
    }

    private Path image() {
        return directory.resolve("image-" + generation);
    }

    private Path ballast() {
        return mount.resolve("ballast");
    }
}
