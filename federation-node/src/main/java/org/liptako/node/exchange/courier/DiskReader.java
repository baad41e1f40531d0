package org.liptako.node.exchange.courier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.liptako.node.exchange.courier.disk.ContainerFile;
import org.liptako.node.exchange.courier.disk.ContainerLabel;
import org.liptako.node.exchange.courier.disk.DiskLabel;
import org.liptako.node.exchange.courier.disk.DiskNames;
import org.liptako.node.exchange.courier.disk.OpenedFile;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.store.StagedReplica;

/**
 * Takes the chunks of one disk into the replica that is received. Every container is read for what it says of itself, under whatever name; a chunk counts
 * once it is the manifest's; what is damaged takes nothing else with it. Used once.
 */
final class DiskReader {
    private final ReceivedDisk disk;
    private final StagedReplica staged;
    private final DiskFaults faults;
    private final DiskProgress progress;
    private final ChunkLayout layout;
    private final BitSet missing;
    private final BitSet taken = new BitSet();
    private final BitSet expected = new BitSet();
    private final Set<Integer> containers = new HashSet<>();
    private Optional<ContainerLabel> any = Optional.empty();
    private long looked;

    DiskReader(ReceivedDisk disk, StagedReplica staged, DiskFaults faults, DiskProgress progress) {
        this.disk = disk;
        this.staged = staged;
        this.faults = faults;
        this.progress = progress;
        this.layout = staged.manifest().layout();
        this.missing = staged.missing();
        disk.label()
                .ifPresent(label ->
                        expected.set(label.chunks().first(), label.chunks().end()));
    }

    /**
     * Reads all containers.
     *
     * @throws IOException if this site's own disk does not take what comes
     */
    void readAll() throws IOException {
        for (Path container : disk.containers()) {
            read(container);
        }
        staged.sync();
        disk.label().ifPresent(this::noteMissing);
    }

    /** Chunks that were taken now. */
    long taken() {
        return taken.cardinality();
    }

    /** Chunks of this disk that were there before. */
    long known() {
        BitSet known = (BitSet) expected.clone();
        known.andNot(taken);
        known.andNot(missing);
        return known.cardinality();
    }

    /** Chunks that this disk should have, and that are not there yet. */
    long failed() {
        BitSet failed = (BitSet) expected.clone();
        failed.and(missing);
        return failed.cardinality();
    }

    /** Which disk it is, as the label says, or a container; 0 where neither does. */
    int number() {
        return disk.label()
                .map(DiskLabel::disk)
                .or(() -> any.map(ContainerLabel::disk))
                .orElse(0);
    }

    /** Of how many. */
    int disks() {
        return disk.label()
                .map(DiskLabel::disks)
                .or(() -> any.map(ContainerLabel::disks))
                .orElse(0);
    }

    private void read(Path path) throws IOException {
        String name = path.getFileName().toString();
        Optional<ContainerFile> opened = opened(path, name);
        if (opened.isPresent()) {
            try (ContainerFile container = opened.get()) {
                read(container, name);
            }
        }
    }

    private Optional<ContainerFile> opened(Path path, String name) throws IOException {
        OpenedFile file;
        try {
            file = OpenedFile.open(path);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            faults.notSealed(name);
            return Optional.empty();
        }
        if (!file.key().equals(disk.keyId())) {
            file.close();
            faults.foreign(name);
            return Optional.empty();
        }
        try {
            return Optional.of(file.container(disk.key()));
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            file.close();
            faults.unreadable(name);
            return Optional.empty();
        }
    }

    private void read(ContainerFile container, String name) throws IOException {
        ContainerLabel label = container.label();
        if (!label.grant().equals(disk.plan().grant())
                || !label.version().equals(disk.plan().version())
                || label.chunks().end() > layout.chunks()) {
            faults.foreign(name);
            return;
        }
        if (any.isEmpty()) {
            any = Optional.of(label);
        }
        if (label.disk() == number()) {
            containers.add(label.container());
        } else {
            faults.ofAnotherDisk(name, label.disk());
        }
        expected.set(label.chunks().first(), label.chunks().end());
        long awaited = expected.cardinality();
        int damaged = 0;
        int wrong = 0;
        for (; container.hasNext(); container.skip(layout)) {
            int chunk = container.next();
            progress.at(looked++, awaited);
            if (missing.get(chunk)) {
                Optional<ByteBuffer> bytes = bytes(container);
                if (bytes.isEmpty()) {
                    damaged++;
                } else if (staged.write(chunk, bytes.get())) {
                    missing.clear(chunk);
                    taken.set(chunk);
                } else {
                    wrong++;
                }
            }
        }
        if (damaged > 0) {
            faults.damaged(name, damaged);
        }
        if (wrong > 0) {
            faults.wrong(name, wrong);
        }
    }

    /** The bytes of the chunk, or nothing: a place that a worn disk does not give is as good as damaged. */
    private Optional<ByteBuffer> bytes(ContainerFile container) throws ClosedChannelException {
        try {
            return Optional.of(container.read(layout));
        } catch (ClosedChannelException e) {
            // Not the disk: this node ends the reading.
            throw e;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void noteMissing(DiskLabel label) {
        int absent = label.containers() - containers.size();
        for (int number = 1; absent > 0 && number <= label.containers(); number++) {
            if (!containers.contains(number)) {
                faults.missing(absent, DiskNames.container(number));
                return;
            }
        }
    }
}
