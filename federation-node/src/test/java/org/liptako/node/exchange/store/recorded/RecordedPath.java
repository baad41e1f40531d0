package org.liptako.node.exchange.store.recorded;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/** A path of the default file system, by way of a recorded disk. */
record RecordedPath(RecordedFileSystem fileSystem, Path real) implements Path {
    static Path real(Path path) {
        return path instanceof RecordedPath recorded ? recorded.real : path;
    }

    private Path recorded(Path other) {
        return fileSystem.recorded(other);
    }

    private @Nullable Path recordedIfAny(@Nullable Path other) {
        return other == null ? null : recorded(other);
    }

    @Override
    public FileSystem getFileSystem() {
        return fileSystem;
    }

    @Override
    public boolean isAbsolute() {
        return real.isAbsolute();
    }

    @Override
    public @Nullable Path getRoot() {
        return recordedIfAny(real.getRoot());
    }

    @Override
    public @Nullable Path getFileName() {
        return recordedIfAny(real.getFileName());
    }

    @Override
    public @Nullable Path getParent() {
        return recordedIfAny(real.getParent());
    }

    @Override
    public int getNameCount() {
        return real.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return recorded(real.getName(index));
    }

    @Override
    public Path subpath(int begin, int end) {
        return recorded(real.subpath(begin, end));
    }

    @Override
    public boolean startsWith(Path other) {
        return real.startsWith(real(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return real.endsWith(real(other));
    }

    @Override
    public Path normalize() {
        return recorded(real.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return recorded(real.resolve(real(other)));
    }

    @Override
    public Path relativize(Path other) {
        return recorded(real.relativize(real(other)));
    }

    @Override
    public URI toUri() {
        return real.toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return recorded(real.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return recorded(real.toRealPath(options));
    }

    /** The real one, for what has no other way: sizing a file is then not recorded. */
    @Override
    public File toFile() {
        return real.toFile();
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers)
            throws IOException {
        return real.register(watcher, events, modifiers);
    }

    @Override
    public int compareTo(Path other) {
        return real.compareTo(real(other));
    }

    @Override
    public String toString() {
        return real.toString();
    }
}
