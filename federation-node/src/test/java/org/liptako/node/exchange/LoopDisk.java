package org.liptako.node.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk of its own with ext4 that can be made to fail for real: a loop device over a file with holes in a small memory file system. When
 * that is full, writes to the device that need new room fail as on a broken disk, after the program that wrote has long gone on.
 *
 * <p>Needs root on Linux. Without it a test is skipped and says so; on CI it is not.
 */
public final class LoopDisk implements AutoCloseable {
    private static final String DISK_SIZE = "40m";
    private static final String MEMORY_SIZE = "48m";

    private final Path memory;
    private final Path mount;

    private LoopDisk(Path directory, boolean journalHasRoom) throws IOException, InterruptedException {
        assumeRoot();
        memory = Files.createDirectories(directory.resolve("memory"));
        mount = Files.createDirectories(directory.resolve("disk"));
        String image = memory.resolve("image").toString();
        run("mount", "-t", "tmpfs", "-o", "size=" + MEMORY_SIZE, "tmpfs", memory.toString());
        try {
            run("truncate", "-s", DISK_SIZE, image);
            // Blocks as large as a page of memory: a loop device calls half a write a success.
            run("mkfs.ext4", "-q", "-F", "-b", "4096", "-J", "size=4", image);
            if (journalHasRoom) {
                run("fallocate", "-l", DISK_SIZE, image);
            }
            run("mount", "-o", "loop", image, mount.toString());
            // Gives back the room of what is not the file system's own.
            run("fstrim", mount.toString());
        } catch (IOException | InterruptedException | AssertionError e) {
            close();
            throw e;
        }
    }

    /** One that loses what is in files, and keeps their names, sizes and places. */
    public static LoopDisk losingContents(Path directory) throws IOException, InterruptedException {
        return new LoopDisk(directory, true);
    }

    /** One that loses every change, because it cannot write its journal. */
    public static LoopDisk losingChanges(Path directory) throws IOException, InterruptedException {
        return new LoopDisk(directory, false);
    }

    /** Skips a test where nobody may mount disks; not on CI. */
    static void assumeRoot() {
        assumeTrue(
                "true".equals(System.getenv("CI")) || "root".equals(System.getProperty("user.name")),
                "skipped: to mount a disk that fails takes root");
    }

    /** Where it is mounted. */
    public Path path() {
        return mount;
    }

    /** From now on no write to new room on the disk succeeds. */
    public void fill() throws IOException {
        byte[] page = new byte[4_096];
        try (OutputStream ballast = Files.newOutputStream(memory.resolve("ballast"))) {
            while (true) {
                ballast.write(page);
            }
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    /** Has the system write back what programs wrote, as it would by itself after some seconds; another hears of what fails. */
    public void writeBack() throws IOException, InterruptedException {
        new ProcessBuilder("sync", "-f", mount.toString())
                .redirectErrorStream(true)
                .start()
                .waitFor();
    }

    @Override
    public void close() throws IOException {
        unmount(mount);
        unmount(memory);
    }

    /** Takes a disk away, also one in use: it goes when it is let go of. */
    static void unmount(Path mounted) throws IOException {
        new ProcessBuilder("umount", "-l", mounted.toString())
                .redirectErrorStream(true)
                .start()
                .onExit()
                .join();
    }

    static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + ": " + said)
                .isZero();
    }
}
