package org.liptako.pki.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Sequence;
import org.liptako.pki.name.Zone;
import org.liptako.pki.quorum.SignatureLimits;
import org.liptako.pki.revocation.RevocationList;

/**
 * All that a node believes, in one directory: every trust state it accepted, the newest revocation lists, and its own
 * State's distrust list.
 *
 * <p>What {@link #offer} and {@link #offerList} accept is on the disk before they return. When the store is opened,
 * every file is judged again from the roots of the configuration: what is damaged is left aside and named, and the
 * newest good one counts. Thread-safe; nobody waits while a stranger's offer is judged, which may take long.
 */
public final class TrustStore {
    private static final long MAX_STATE_FILE = TrustStateCodec.MAX_BYTES + SignatureLimits.MAX_BYTES + 64L;
    private static final long MAX_LIST_FILE = RevocationList.MAX_BYTES + 16 * 1024 + 64L;
    private static final long MAX_DISTRUST_FILE = 68L * 2 * OwnDistrust.MOST;

    private final Path directory;
    private final Clock clock;
    private final List<Path> damaged = new ArrayList<>();
    private final List<HeldTrustState> line = new ArrayList<>();
    private TrustHistory history;
    private ListShelf shelf = ListShelf.empty();
    private OwnDistrust distrust = OwnDistrust.NONE;
    private long epoch;
    private volatile BelievedTrust current = new BelievedTrust(0, trustLine(), null, shelf, distrust);

    private TrustStore(Path directory, TrustHistory history, Clock clock) {
        this.directory = directory;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Opens the directory, making it if it is not there.
     *
     * @param roots the roots of the configuration: what the first trust state must be signed under
     * @throws TrustStoreException if the directory cannot be made or listed, or the own distrust list is damaged
     */
    public static TrustStore open(Path directory, Zone zone, List<X509Certificate> roots, Clock clock) {
        TrustStore store = new TrustStore(directory, TrustHistory.founded(zone, roots), clock);
        store.load();
        return store;
    }

    /** Files that were left aside when the store was opened; a newer state or list from a peer replaces them. */
    public synchronized List<Path> damaged() {
        return List.copyOf(damaged);
    }

    /** What is believed now. Waits for nobody: it is asked at every call, while a stranger's offer may be judged. */
    public BelievedTrust current() {
        return current;
    }

    /** The trust states after that number, oldest first: what a peer missed. */
    public synchronized List<SignedTrustState> after(long number, int most) {
        Optional<HeldTrustState> newest = history.newest();
        if (newest.isEmpty() || number >= newest.get().state().number()) {
            return List.of();
        }
        long first = newest.get().state().number() - line.size() + 1;
        int from = (int) Math.max(0, number + 1 - first);
        return line.subList(from, Math.min(line.size(), from + most)).stream()
                .map(HeldTrustState::signed)
                .toList();
    }

    /** Takes a trust state that someone offers, or refuses it. */
    public Acceptance offer(SignedTrustState offered) {
        while (true) {
            Grounds grounds = grounds();
            Acceptance judged =
                    grounds.history().judge(offered, grounds.believed().shelf().lists(), now());
            if (!(judged instanceof Acceptance.Accepted accepted) || keep(accepted, grounds)) {
                return judged;
            }
        }
    }

    /** Takes a revocation list that someone offers, or refuses it; before the first trust state, none is believed. */
    public ListAcceptance offerList(PublishedList offered) {
        while (true) {
            Grounds grounds = grounds();
            ListAcceptance judged = judgeList(offered, grounds.believed());
            if (!(judged instanceof ListAcceptance.Accepted accepted) || keep(accepted, grounds)) {
                return judged;
            }
        }
    }

    /** What an offer is judged by; good for as long as nothing has moved. */
    private record Grounds(TrustHistory history, BelievedTrust believed) {}

    private synchronized Grounds grounds() {
        return new Grounds(history, current);
    }

    private boolean stillStand(Grounds grounds) {
        return grounds.believed().epoch() == epoch;
    }

    /** False where something has moved since it was judged: then it is judged again. */
    private synchronized boolean keep(Acceptance.Accepted accepted, Grounds grounds) {
        if (stillStand(grounds)) {
            SignedTrustState signed = accepted.held().signed();
            KeptFile.writePair(stateFile(accepted.held().state().number()), signed.content(), signed.signatures());
            take(accepted);
            return true;
        }
        return false;
    }

    private synchronized boolean keep(ListAcceptance.Accepted accepted, Grounds grounds) {
        if (stillStand(grounds)) {
            PublishedList published = accepted.held().published();
            KeptFile.writePair(listFile(accepted.held()), published.list(), published.issuer());
            take(accepted);
            return true;
        }
        return false;
    }

    /** Replaces the State's own distrust list, with effect at once. */
    public synchronized void distrust(OwnDistrust next) {
        KeptFile.write(distrustFile(), next.text().getBytes(StandardCharsets.US_ASCII));
        distrust = next;
        moved();
    }

    /**
     * Reads the State's own distrust list again, as an administrator may have changed it; effective at once.
     *
     * @throws TrustStoreException if it is damaged or gone; the one before stays
     */
    public synchronized void rereadDistrust() {
        OwnDistrust before = distrust;
        if (!before.equals(OwnDistrust.NONE) && !Files.exists(distrustFile())) {
            throw new TrustStoreException(
                    distrustFile()
                            + " a disparu, et reste en vigueur : restaurez-le, ou laissez-le vide pour ne se défier de personne.",
                    distrustFile() + " is gone, and stays in force: restore it, or leave it empty to distrust nobody.");
        }
        loadDistrust();
        if (!distrust.equals(before)) {
            moved();
        }
    }

    private ListAcceptance judgeList(PublishedList offered, BelievedTrust believed) {
        Optional<HeldTrustState> newest = believed.newest();
        if (newest.isEmpty()) {
            return new ListAcceptance.Refused(ListRefusal.UNKNOWN_ISSUER, "no trust state is held yet");
        }
        ListShelf held = believed.shelf();
        ListAcceptance judged = held.judge(offered, newest.get().state(), now());
        return ListShelf.isOfStranger(judged) ? held.judgeFormer(offered, believed.line(), now()) : judged;
    }

    private void moved() {
        epoch++;
        current = new BelievedTrust(epoch, trustLine(), history.newest().orElse(null), shelf, distrust);
    }

    private TrustLine trustLine() {
        return new TrustLine(line.stream().map(HeldTrustState::state).toList());
    }

    private void take(Acceptance.Accepted accepted) {
        history = history.with(accepted);
        line.add(accepted.held());
        moved();
    }

    private void take(ListAcceptance.Accepted accepted) {
        shelf = shelf.with(accepted);
        moved();
    }

    private Instant now() {
        return clock.instant();
    }

    private void load() {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new TrustStoreException(
                    "Le dossier de confiance " + directory + " ne peut être créé : vérifiez le chemin et les droits.",
                    "The directory of trust " + directory + " cannot be made: check the path and the permissions.",
                    e);
        }
        for (Path file : files("state-*.der")) {
            Optional<ASN1Sequence> pair = KeptFile.readPair(file, MAX_STATE_FILE);
            if (pair.isPresent()
                    && history.judge(signed(pair.get()), shelf.lists(), now())
                            instanceof Acceptance.Accepted accepted) {
                take(accepted);
            } else {
                damaged.add(file);
            }
        }
        if (history.newest().isPresent()) {
            files("list-*.der").forEach(this::loadList);
        }
        loadDistrust();
        if (!distrust.equals(OwnDistrust.NONE)) {
            moved();
        }
    }

    private void loadList(Path file) {
        Optional<ASN1Sequence> pair = KeptFile.readPair(file, MAX_LIST_FILE);
        if (pair.isPresent() && judgeList(published(pair.get()), current) instanceof ListAcceptance.Accepted accepted) {
            take(accepted);
        } else {
            damaged.add(file);
        }
    }

    /** A distrust list that cannot be read must not turn into one that distrusts nobody. */
    private void loadDistrust() {
        if (!Files.exists(distrustFile())) {
            return;
        }
        byte[] text = KeptFile.read(distrustFile(), MAX_DISTRUST_FILE)
                .orElseThrow(() -> new TrustStoreException(
                        distrustFile()
                                + " ne peut être lu, ou est trop grand : restaurez-le, ou supprimez-le et recommencez.",
                        distrustFile() + " cannot be read, or is too large: restore it, or remove it and start anew."));
        try {
            distrust = OwnDistrust.ofText(new String(text, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new TrustStoreException(
                    distrustFile() + " est abîmé : chaque ligne est une empreinte SHA-256 en hexadécimal minuscule,"
                            + " et peut-être son État (ML, BF, NE).",
                    distrustFile() + " is damaged: each line is one SHA-256 digest in lower-case hexadecimal,"
                            + " and perhaps its State (ML, BF, NE).",
                    e);
        }
    }

    private List<Path> files(String pattern) {
        try (Stream<Path> all = Files.list(directory)) {
            var matcher = directory.getFileSystem().getPathMatcher("glob:" + pattern);
            return all.filter(file -> matcher.matches(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new TrustStoreException(
                    "Le dossier de confiance " + directory + " ne peut être listé : vérifiez les droits.",
                    "The directory of trust " + directory + " cannot be listed: check the permissions.",
                    e);
        }
    }

    private static SignedTrustState signed(ASN1Sequence pair) {
        return new SignedTrustState(KeptFile.part(pair, 0), KeptFile.part(pair, 1));
    }

    private static PublishedList published(ASN1Sequence pair) {
        return new PublishedList(KeptFile.part(pair, 0), KeptFile.part(pair, 1));
    }

    /** Twenty digits, so that names sort as numbers do. */
    private Path stateFile(long number) {
        return directory.resolve(String.format("state-%020d.der", number));
    }

    /** Complete lists sort before deltas, which need them. */
    private Path listFile(HeldList held) {
        return directory.resolve((held.isDelta() ? "list-2-delta-" : "list-1-complete-")
                + held.authority().hex() + ".der");
    }

    private Path distrustFile() {
        return directory.resolve("distrust.txt");
    }
}
