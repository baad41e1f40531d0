package org.liptako.node.exchange.store.s3;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.bucket.Content;
import org.liptako.node.exchange.manifest.ChunkPlace;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.store.ReceivedBytes;
import org.liptako.node.exchange.store.ReceivedLog;
import org.liptako.node.exchange.store.StagedReplica;

/**
 * A replica that is being received into a bucket. Chunks gather in memory until a part is whole; it is sent by another thread, and claimed
 * once the object store has confirmed it. Nothing waits on a local disk.
 *
 * <p>There is room for 32 chunks in memory. When it is full of parts that lack chunks, the one that was touched longest ago gives its
 * chunks away, each as an object of its own; its part is put together from them when the last one has come. So chunks may come in any
 * order, and 32 of them with the one in each writer's hand are all that a kill can lose.
 */
final class StagedObjects implements StagedReplica {
    private static final int MOST_IN_MEMORY = 32;

    private final ReplicaObjects objects;
    private final ReceivedLog received;
    private final Executor senders;
    private final ChunkMemory memory;
    /** By first chunk; that which was touched longest ago comes first. */
    private final Map<Integer, OpenPart> open = new LinkedHashMap<>(16, 0.75f, true);

    private final BitSet durable;
    private final BitSet apart;
    private final BitSet inMemory = new BitSet();
    private int sending;
    private long ends;
    private boolean closed;
    private @Nullable IOException failed;

    StagedObjects(ReplicaObjects objects, ReplicaScan found, ReceivedLog received, Executor senders) {
        this.objects = objects;
        this.received = received;
        this.senders = senders;
        this.memory = new ChunkMemory(MOST_IN_MEMORY, manifest().header().chunkBytes());
        this.durable = found.durable();
        this.apart = found.apart();
    }

    @Override
    public Manifest manifest() {
        return objects.manifest();
    }

    @Override
    public synchronized BitSet missing() {
        BitSet missing = (BitSet) durable.clone();
        missing.flip(0, manifest().header().chunks());
        return missing;
    }

    @Override
    public synchronized int durable() {
        return durable.cardinality();
    }

    @Override
    public synchronized ReceivedBytes received() {
        return new ReceivedBytes(received.bytes(), received.bytesTwice());
    }

    @Override
    public boolean write(int chunk, ByteBuffer bytes) throws IOException {
        ChunkPlace place = manifest().layout().place(chunk);
        synchronized (this) {
            received.append(chunk);
        }
        return put(chunk, place, bytes);
    }

    /** None: what was in memory is gone with the process, and what was sent is claimed. */
    @Override
    public BitSet arrived() {
        return new BitSet();
    }

    @Override
    public ByteBuffer inPlace(int chunk) throws IOException {
        return objects.chunk(
                chunk, ByteBuffer.allocate(manifest().layout().place(chunk).length()));
    }

    @Override
    public boolean adopt(int chunk, ByteBuffer bytes) throws IOException {
        return put(chunk, manifest().layout().place(chunk), bytes);
    }

    private boolean put(int chunk, ChunkPlace place, ByteBuffer bytes) throws IOException {
        if (bytes.remaining() != place.length() || !manifest().digests().proves(chunk, bytes)) {
            return false;
        }
        keep(chunk, bytes);
        return true;
    }

    private synchronized void keep(int chunk, ByteBuffer bytes) throws IOException {
        ByteBuffer room = room();
        if (durable.get(chunk) || inMemory.get(chunk)) {
            memory.giveBack(List.of(room));
            return;
        }
        room.put(bytes.duplicate()).flip();
        inMemory.set(chunk);
        Part part = objects.parts().part(chunk);
        open.computeIfAbsent(part.first(), first -> new OpenPart(part)).chunks().put(chunk, room);
        sendIfWhole(part);
    }

    /** Waits for room in memory, and makes some where nothing that is being sent will. */
    private synchronized ByteBuffer room() throws IOException {
        for (Optional<ByteBuffer> room = memory.take(); ; room = memory.take()) {
            mustNotHaveFailed();
            if (room.isPresent()) {
                return room.get();
            } else if (sending == 0) {
                sendApart(open.values().iterator().next());
            } else {
                awaitEnd();
            }
        }
    }

    /** Goes on with what the bucket has: parts all of whose chunks are there, files all of whose parts are. */
    synchronized void resume() {
        for (int chunk = apart.nextSetBit(0); chunk >= 0; ) {
            Part part = objects.parts().part(chunk);
            sendIfWhole(part);
            chunk = apart.nextSetBit(part.end());
        }
        for (int fileFirst : objects.begun()) {
            completeIfWhole(objects.parts().part(fileFirst));
        }
    }

    /** Begins to send a part if every chunk of it is in memory or an object of its own. */
    private synchronized void sendIfWhole(Part part) {
        OpenPart there = open.getOrDefault(part.first(), new OpenPart(part));
        BitSet has = apart.get(part.first(), part.end());
        there.chunks().keySet().forEach(chunk -> has.set(chunk - part.first()));
        if (has.cardinality() == part.end() - part.first()) {
            open.remove(part.first());
            send(() -> sendPart(there));
        }
    }

    /** Begins to send the chunks of a part that lacks others, each by itself. */
    private synchronized void sendApart(OpenPart part) {
        open.remove(part.part().first());
        part.chunks().forEach((chunk, room) -> send(() -> sendChunk(part.part(), chunk, room)));
    }

    private void sendPart(OpenPart whole) throws IOException {
        Part part = whole.part();
        objects.put(part, new Content(() -> new PartStream(part, chunk -> read(whole, chunk)), part.length()));
        BitSet joined = new BitSet();
        synchronized (this) {
            joined.set(part.first(), part.end());
            joined.and(apart);
            apart.andNot(joined);
            claim(whole.chunks());
        }
        objects.removeChunks(joined);
        completeIfWhole(part);
    }

    private ByteBuffer read(OpenPart part, int chunk) throws IOException {
        ByteBuffer here = part.chunks().get(chunk);
        return here == null ? objects.ownChunk(chunk) : here;
    }

    private void sendChunk(Part part, int chunk, ByteBuffer room) throws IOException {
        objects.putChunk(chunk, Content.of(room));
        synchronized (this) {
            apart.set(chunk);
            claim(Map.of(chunk, room));
            sendIfWhole(part);
        }
    }

    /** The object store has these chunks; their room in memory is free. */
    private synchronized void claim(Map<Integer, ByteBuffer> chunks) {
        chunks.keySet().forEach(chunk -> {
            durable.set(chunk);
            inMemory.clear(chunk);
        });
        memory.giveBack(chunks.values());
    }

    /** Begins to make one object of a file, after the last of its parts. */
    private synchronized void completeIfWhole(Part part) {
        int apartFrom = apart.nextSetBit(part.fileFirst());
        boolean allInParts = apartFrom < 0 || apartFrom >= part.fileEnd();
        boolean all = durable.nextClearBit(part.fileFirst()) >= part.fileEnd();
        if (all && allInParts) {
            objects.take(part.fileFirst()).ifPresent(upload -> send(() -> objects.complete(part.file(), upload)));
        }
    }

    @Override
    public synchronized void sync() throws IOException {
        List.copyOf(open.values()).forEach(this::sendApart);
        while (sending > 0) {
            awaitEnd();
        }
        mustNotHaveFailed();
        received.force();
    }

    @Override
    public synchronized void close() throws IOException {
        open.clear();
        closed = true;
        try (received) {
            while (sending > 0) {
                awaitEnd();
            }
        }
    }

    /** Something to be sent to the object store. */
    @FunctionalInterface
    private interface Sending {
        void run() throws IOException;
    }

    private synchronized void send(Sending what) {
        sending++;
        try {
            senders.execute(() -> run(what));
        } catch (RuntimeException e) {
            ended(new IOException("An upload could not begin; what it was to send is not claimed.", e));
        }
    }

    /** However it ends, whoever waits for it hears of it; well only if every step was taken. */
    private void run(Sending what) {
        @Nullable IOException thrown = new IOException("An upload broke off; what it was to send is not claimed.");
        try {
            if (isOfUse()) {
                what.run();
            }
            thrown = null;
        } catch (IOException e) {
            thrown = e;
        } catch (RuntimeException e) {
            thrown = new IOException("An upload failed; what it was to send is not claimed.", e);
        } finally {
            ended(thrown);
        }
    }

    private synchronized boolean isOfUse() {
        return failed == null && !closed;
    }

    private synchronized void ended(@Nullable IOException thrown) {
        sending--;
        ends++;
        failed = failed == null ? thrown : failed;
        notifyAll();
    }

    /** Waits until something that was being sent has ended. */
    private synchronized void awaitEnd() throws IOException {
        long before = ends;
        try {
            while (ends == before) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The wait for an upload was interrupted.");
        }
    }

    /** An upload that failed stays failed: every later write meets it again. */
    private void mustNotHaveFailed() throws IOException {
        IOException known = failed;
        if (known != null) {
            throw known;
        }
    }
}
