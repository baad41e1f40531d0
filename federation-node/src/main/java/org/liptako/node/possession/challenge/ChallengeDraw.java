package org.liptako.node.possession.challenge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.SeedCheckpoint;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * What decides which chunks of a copy a challenge is about. All of it is in the journal's entry, so that anybody can draw again.
 *
 * @param number the challenger's challenges of this copy are numbered from 1
 * @param seeds a cosigned checkpoint of each of the two States on whose soil the copy does not lie, in the order of the States
 */
public record ChallengeDraw(
        DatasetVersion version, SiteId site, State challenger, long number, List<SeedCheckpoint> seeds) {
    private static final String DOMAIN = "liptako-challenge/v1";

    /** @throws IllegalArgumentException unless the seeds are those of the other two States */
    public ChallengeDraw {
        seeds = List.copyOf(seeds);
        List<State> from = seeds.stream().map(SeedCheckpoint::state).toList();
        if (number < 1 || !from.equals(others(site))) {
            throw new IllegalArgumentException(
                    "Challenge " + number + " at site " + site + " cannot be drawn from checkpoints of " + from + ".");
        }
    }

    /** The States from whose checkpoints chunks of a copy at a site are drawn. */
    public static List<State> others(SiteId site) {
        Optional<State> holder = site.state();
        return Arrays.stream(State.values())
                .filter(state -> holder.isPresent() && state != holder.get())
                .toList();
    }

    /** SHA-256 over lines of ASCII: the domain, each checkpoint, and what is challenged by whom for the how manieth time. */
    public Digest seed() {
        String checkpoints = seeds.stream()
                .map(seed ->
                        seed.state() + " " + seed.size() + " " + seed.root().hex() + "\n")
                .collect(Collectors.joining());
        String text = DOMAIN + "\n" + checkpoints
                + "dataset " + version.dataset() + "\n"
                + "version " + version.root() + "\n"
                + "site " + site + "\n"
                + "challenger " + challenger + "\n"
                + "number " + number + "\n";
        return Digest.over(text.getBytes(US_ASCII));
    }

    /**
     * The chunks to ask for: the first so many different ones of the sequence whose i-th number is the first eight bytes of SHA-256 over the seed and i (eight
     * bytes, from 0), taken as an unsigned number modulo the number of chunks. A version of no more chunks is asked for whole.
     *
     * @param chunks how many the version has; of 16 million, no chunk is more likely than another by 1 in 10¹²
     */
    public BitSet chunks(int chunks, int samples) {
        BitSet drawn = new BitSet(chunks);
        if (samples >= chunks) {
            drawn.set(0, chunks);
            return drawn;
        }
        byte[] seed = seed().toBytes();
        for (long turn = 0, left = samples; left > 0; turn++) {
            byte[] counter = ByteBuffer.allocate(Long.BYTES).putLong(turn).array();
            long number = ByteBuffer.wrap(Digest.over(seed, counter).toBytes()).getLong();
            int chunk = (int) Long.remainderUnsigned(number, chunks);
            if (!drawn.get(chunk)) {
                drawn.set(chunk);
                left--;
            }
        }
        return drawn;
    }
}
