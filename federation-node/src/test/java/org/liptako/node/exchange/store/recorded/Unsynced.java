package org.liptako.node.exchange.store.recorded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liptako.node.exchange.store.recorded.DiskCall.Forced;
import org.liptako.node.exchange.store.recorded.DiskCall.Made;
import org.liptako.node.exchange.store.recorded.DiskCall.Moved;
import org.liptako.node.exchange.store.recorded.DiskCall.Removed;
import org.liptako.node.exchange.store.recorded.DiskCall.Said;
import org.liptako.node.exchange.store.recorded.DiskCall.Writing;
import org.liptako.node.exchange.store.recorded.DiskCall.Wrote;

/**
 * What a power cut could take away after so many calls of a record: names whose directory, and bytes whose file, was not synced since. It
 * is as wary as POSIX lets it be: a sync covers only what was over before it began, and a name only when the directory itself was synced.
 */
public final class Unsynced {
    private static final int RUNNING = Integer.MAX_VALUE;

    private int number;
    private final Map<Path, Integer> names = new HashMap<>();
    private final Map<Integer, Bytes> writes = new HashMap<>();

    /** @param over as which call the write was over */
    private record Bytes(Path path, long from, long to, int over) {}

    /** The next call of the record. */
    public void apply(DiskCall call) {
        switch (call) {
            case Made made -> names.put(made.path(), number);
            case Removed removed -> {
                names.remove(removed.path());
                writes.values().removeIf(bytes -> bytes.path().equals(removed.path()));
            }
            case Moved moved -> move(moved.from(), moved.to());
            case Writing writing ->
                writes.put(
                        number,
                        new Bytes(
                                writing.path(),
                                writing.offset(),
                                writing.offset() + writing.bytes().remaining(),
                                RUNNING));
            case Wrote wrote ->
                writes.computeIfPresent(
                        wrote.began(), (begun, bytes) -> new Bytes(bytes.path(), bytes.from(), bytes.to(), number));
            case Forced forced -> {
                names.entrySet()
                        .removeIf(name ->
                                forced.path().equals(name.getKey().getParent()) && name.getValue() < forced.began());
                writes.values().removeIf(bytes -> bytes.path().equals(forced.path()) && bytes.over() < forced.began());
            }
            case Said said -> {}
        }
        number++;
    }

    private void move(Path from, Path to) {
        Map<Path, Integer> renamed = new HashMap<>();
        names.forEach((path, made) -> renamed.put(renamed(path, from, to), made));
        names.clear();
        names.putAll(renamed);
        writes.replaceAll(
                (begun, bytes) -> new Bytes(renamed(bytes.path(), from, to), bytes.from(), bytes.to(), bytes.over()));
        names.put(to, number);
    }

    private static Path renamed(Path path, Path from, Path to) {
        return path.startsWith(from) ? to.resolve(from.relativize(path)) : path;
    }

    /** What of a stretch of a file, or of the names that lead to it, a power cut could take away. */
    public List<String> of(Path file, long from, long to) {
        List<String> lost = new ArrayList<>();
        names.keySet().stream().filter(file::startsWith).forEach(name -> lost.add("the name " + name));
        writes.values().stream()
                .filter(bytes -> bytes.path().equals(file) && bytes.from() < to && from < bytes.to())
                .forEach(bytes -> lost.add("bytes of " + file + " from " + bytes.from()));
        return lost;
    }

    /** What of a directory, of all that is below it, or of the names that lead to it, a power cut could take away. */
    public List<String> of(Path directory) {
        List<String> lost = new ArrayList<>();
        names.keySet().stream()
                .filter(name -> directory.startsWith(name) || name.startsWith(directory))
                .forEach(name -> lost.add("the name " + name));
        writes.values().stream()
                .filter(bytes -> bytes.path().startsWith(directory))
                .forEach(bytes -> lost.add("bytes of " + bytes.path() + " from " + bytes.from()));
        return lost;
    }
}
