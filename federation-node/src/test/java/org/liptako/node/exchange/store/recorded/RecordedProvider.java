package org.liptako.node.exchange.store.recorded;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.store.recorded.DiskCall.Made;
import org.liptako.node.exchange.store.recorded.DiskCall.Moved;
import org.liptako.node.exchange.store.recorded.DiskCall.Removed;

/** Has the default provider do everything, and records what changes names. */
final class RecordedProvider extends FileSystemProvider {
    private static final FileSystemProvider REAL = FileSystems.getDefault().provider();

    private final RecordedDisk disk;
    private final RecordedFileSystem fileSystem;

    RecordedProvider(RecordedDisk disk, RecordedFileSystem fileSystem) {
        this.disk = disk;
        this.fileSystem = fileSystem;
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path real = RecordedPath.real(path);
        boolean there = Files.exists(real, LinkOption.NOFOLLOW_LINKS);
        FileChannel channel = REAL.newFileChannel(real, options, attributes);
        if (!there) {
            disk.add(new Made(real));
        }
        return new RecordedChannel(disk, real, channel);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> entries = REAL.newDirectoryStream(
                RecordedPath.real(directory), entry -> filter.accept(fileSystem.recorded(entry)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> real = entries.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return real.hasNext();
                    }

                    @Override
                    public Path next() {
                        return fileSystem.recorded(real.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                entries.close();
            }
        };
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
        REAL.createDirectory(RecordedPath.real(directory), attributes);
        disk.add(new Made(RecordedPath.real(directory)));
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        REAL.createSymbolicLink(RecordedPath.real(link), RecordedPath.real(target), attributes);
        disk.add(new Made(RecordedPath.real(link)));
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return fileSystem.recorded(REAL.readSymbolicLink(RecordedPath.real(link)));
    }

    @Override
    public void delete(Path path) throws IOException {
        REAL.delete(RecordedPath.real(path));
        disk.add(new Removed(RecordedPath.real(path)));
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        REAL.move(RecordedPath.real(from), RecordedPath.real(to), options);
        disk.add(new Moved(RecordedPath.real(from), RecordedPath.real(to)));
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) {
        throw new IllegalStateException("a copy's writes would not be recorded");
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return REAL.isSameFile(RecordedPath.real(one), RecordedPath.real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return REAL.isHidden(RecordedPath.real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return REAL.getFileStore(RecordedPath.real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        REAL.checkAccess(RecordedPath.real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return REAL.getFileAttributeView(RecordedPath.real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return REAL.readAttributes(RecordedPath.real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return REAL.readAttributes(RecordedPath.real(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        REAL.setAttribute(RecordedPath.real(path), attribute, value, options);
    }

    @Override
    public String getScheme() {
        return "recorded";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
        throw new IllegalStateException("a recorded disk is made by its constructor");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return fileSystem;
    }

    @Override
    public Path getPath(URI uri) {
        return fileSystem.recorded(Path.of(uri));
    }
}
