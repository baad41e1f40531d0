package org.liptako.node.exchange.serving;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.bucket.BucketException;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.manifest.ChunkRange;
import org.liptako.node.exchange.metric.ExchangeMeter;
import org.liptako.node.exchange.store.ChunkLook;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.stream.Chunk;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chunks of some ranges, each read when it is asked for and proved by the manifest: bytes that are not of the version never leave,
 * so a damaged copy does not spread and nothing that was put in a file's place is given away. A chunk is to be
 * sent by the thread that asked for it, before it asks for the next: both lie in that thread's memory. Not thread-safe.
 */
final class ChunkSupply implements Iterator<Chunk> {
    private static final Logger LOG = LoggerFactory.getLogger(ChunkSupply.class);
    /** A few threads read for all calls, and gRPC has copied a chunk when sending it returns. */
    private static final ThreadLocal<ByteBuffer> MEMORY =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(ChunkLayout.chunkBytes(true)));

    private final HeldVersion held;
    private final Iterator<ChunkRange> ranges;
    private final boolean anew;
    private final Runnable recheck;
    private final Told told;
    private int next;
    private int end;

    /**
     * Who is told of what is read.
     *
     * @param damage told of a chunk that is not the manifest's; gives what the caller hears of it
     */
    record Told(ExchangeMeter meter, UnaryOperator<Failure> damage) {}

    /**
     * The chunks that a call asks for.
     *
     * @param anew whether what was proved before is proved again: the receiver got a wrong chunk
     * @param recheck called before each chunk; throws once the permission has lapsed
     */
    ChunkSupply(HeldVersion held, List<ChunkRange> ranges, boolean anew, Runnable recheck, Told told) {
        int chunks = held.manifest().header().chunks();
        long asked = ranges.stream().mapToLong(ChunkRange::count).sum();
        if (asked > chunks || ranges.stream().anyMatch(range -> range.end() > chunks)) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Les plages demandées dépassent les " + chunks + " blocs de la version.",
                    "The ranges asked for go beyond the " + chunks + " chunks of the version.");
        }
        this.held = held;
        this.ranges = ranges.iterator();
        this.anew = anew;
        this.recheck = recheck;
        this.told = told;
    }

    @Override
    public boolean hasNext() {
        return next < end || ranges.hasNext();
    }

    @Override
    public Chunk next() {
        if (next == end) {
            if (!ranges.hasNext()) {
                throw new NoSuchElementException("Every chunk was given.");
            }
            ChunkRange range = ranges.next();
            next = range.first();
            end = range.end();
        }
        recheck.run();
        int number = next++;
        ByteBuffer bytes = proved(number);
        told.meter().sent(bytes.remaining());
        return new Chunk(number, bytes);
    }

    private ByteBuffer proved(int number) {
        try {
            return switch (look(number, MEMORY.get())) {
                case ChunkLook.Sound sound -> sound.bytes();
                case ChunkLook.Lost lost -> throw damaged(number, lost.fault());
            };
        } catch (IOException e) {
            throw notNow(number, e);
        }
    }

    private ChunkLook look(int number, ByteBuffer memory) throws IOException {
        return anew ? ChunkLook.anew(held, number, memory) : ChunkLook.at(held, number, memory);
    }

    /** Nothing is known to be wrong with the bytes. What the store said is for this site's operators, not for a peer. */
    private Failure notNow(int number, IOException cause) {
        told.meter().unreadableChunk();
        String said =
                cause instanceof BucketException bucket ? bucket.sentence().en() : cause.toString();
        LOG.warn(
                "Chunk {} of {} cannot be read now: {}",
                number,
                held.manifest().header().version(),
                said);
        return new Failure(
                ErrorCode.NOT_READY,
                new Sentence(
                        "Le stockage de la source ne répond pas pour l'instant ; le transfert reprendra de lui-même.",
                        "The source's storage does not answer now; the transfer goes on by itself."),
                cause);
    }

    private Failure damaged(int number, @Nullable IOException cause) {
        String file = held.manifest().layout().place(number).file().path().value();
        told.meter().damagedChunk();
        LOG.error(
                "Chunk {} of {} (file \"{}\") is no longer what its manifest names; it was not sent.",
                number,
                held.manifest().header().version(),
                file,
                cause);
        return told.damage()
                .apply(new Failure(
                        ErrorCode.BYTES_CORRUPT,
                        new Sentence(
                                "Le bloc " + number + " (fichier « " + file
                                        + " ») de la source n'est plus celui du manifeste ;"
                                        + " rétablissez le fichier ou publiez une nouvelle version.",
                                "Chunk " + number + " (file \"" + file
                                        + "\") of the source is no longer the manifest's;"
                                        + " restore the file or publish a new version."),
                        cause));
    }
}
