package org.liptako.node.cli.journal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Reason;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.tlog.CheckpointPolicy;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.NoteKey;
import org.liptako.pki.tlog.NoteVerifier;
import org.liptako.pki.trust.Acceptance;
import org.liptako.pki.trust.EvidenceKeys;
import org.liptako.pki.trust.HeldTrustState;
import org.liptako.pki.trust.ListAcceptance;
import org.liptako.pki.trust.ListShelf;
import org.liptako.pki.trust.PublishedList;
import org.liptako.pki.trust.PublishedTrust;
import org.liptako.pki.trust.SignedTrustState;
import org.liptako.pki.trust.TrustHistory;
import org.liptako.pki.trust.TrustState;
import org.liptako.pki.trust.TrustStoreException;
import picocli.CommandLine.Option;

/** Whose checkpoints an audit believes: the keys that it is given, or those that the published trust state lists. */
final class AuditKeys {
    @Option(names = "--key", paramLabel = "VKEY", descriptionKey = "journalKey")
    private @Nullable String key;

    @Option(names = "--witness", paramLabel = "VKEY", descriptionKey = "journalWitness")
    private List<String> witnesses = new ArrayList<>();

    @Option(names = "--witnesses", paramLabel = "N", defaultValue = "0", descriptionKey = "journalWitnesses")
    private int least;

    @Option(names = "--root", paramLabel = "PEM", descriptionKey = "root")
    private @Nullable Path root;

    @Option(names = "--trust", paramLabel = "DIR", descriptionKey = "journalTrust")
    private @Nullable Path trust;

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "journalState")
    private @Nullable State state;

    @Option(names = "--since-key", paramLabel = "VKEY", descriptionKey = "journalSinceKey")
    private List<String> pastKeys = new ArrayList<>();

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "aes.internal", descriptionKey = "zone")
    private String zone = "";

    AuditKeys() {}

    CheckpointPolicy policy() {
        if (key != null && root == null) {
            return given(key);
        }
        if (key == null && root != null && trust != null && state != null) {
            return listed(root, trust, state);
        }
        throw CommandFailure.badInput(
                "dites qui est cru : --key CLÉ, ou --root PEM avec --trust DOSSIER et --state ÉTAT.",
                "say who is believed: --key VKEY, or --root PEM with --trust DIR and --state STATE.");
    }

    /** Who is believed of a checkpoint that was kept: the same, and the keys of its day, which may have been replaced since. Its witnesses are not asked for again. */
    CheckpointPolicy policyOfThePast(CheckpointPolicy today) {
        List<NoteKey> known = new ArrayList<>(today.verifier().logs());
        try {
            pastKeys.stream().map(NoteKey::parse).forEach(known::add);
        } catch (MalformedLogException e) {
            throw CommandFailure.badInput(
                    "--since-key s'écrit nom+numéro+clé : " + e.french(),
                    "--since-key is written name+number+key: " + e.english());
        }
        if (root != null && trust != null && state != null) {
            for (HeldTrustState held :
                    held(root, trust, zone(), Clock.systemUTC().instant())) {
                known.addAll(EvidenceKeys.in(held.state(), zone()).pastJournalsOf(state));
            }
        }
        return new CheckpointPolicy(
                today.origin(), new NoteVerifier(known.stream().distinct().toList(), List.of()), 0);
    }

    private CheckpointPolicy given(String log) {
        try {
            NoteKey believed = NoteKey.parse(log);
            List<NoteKey> known = witnesses.stream().map(NoteKey::parse).toList();
            return policy(believed.name(), new NoteVerifier(List.of(believed), known));
        } catch (MalformedLogException e) {
            throw CommandFailure.badInput(
                    "--key et --witness s'écrivent nom+numéro+clé, comme le dit « liptako journal status » : "
                            + e.french(),
                    "--key and --witness are written name+number+key, as liptako journal status says them: "
                            + e.english());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(
                    "--key est la clé d'un journal (type 1), --witness celle d'un témoin (type 4).",
                    "--key is a log's key (type 1), --witness a witness's (type 4).");
        }
    }

    private CheckpointPolicy listed(Path rootFile, Path directory, State audited) {
        Instant now = Clock.systemUTC().instant();
        Zone names = zone();
        EvidenceKeys keys = keys(rootFile, directory, names, now);
        List<NoteKey> logs = keys.journalsOf(audited, now);
        if (logs.isEmpty()) {
            throw CommandFailure.refused(
                    "L'état de confiance ne liste aucune clé de preuve en vigueur pour " + audited.french() + ".",
                    "The trust state lists no evidence key in force for " + audited.english() + ".");
        }
        List<NoteKey> others = new ArrayList<>();
        for (State other : State.values()) {
            if (other != audited) {
                others.addAll(keys.witnessesOf(other, now));
            }
        }
        return policy(EvidenceKeys.originOf(audited, names), new NoteVerifier(logs, others));
    }

    private CheckpointPolicy policy(String origin, NoteVerifier verifier) {
        long known = verifier.witnessNames();
        if (least < 0 || least > known) {
            throw CommandFailure.badInput(
                    "--witnesses " + least + " : donnez un nombre de 0 à " + known + ", le nombre des témoins connus.",
                    "--witnesses " + least + ": give a number from 0 to " + known
                            + ", the number of witnesses that are known.");
        }
        return new CheckpointPolicy(origin, verifier, least);
    }

    private static EvidenceKeys keys(Path rootFile, Path directory, Zone names, Instant now) {
        TrustState newest = held(rootFile, directory, names, now).getLast().state();
        ListShelf lists = ListShelf.empty();
        for (PublishedList offered : PublishedTrust.read(directory).lists()) {
            if (lists.judge(offered, newest, now) instanceof ListAcceptance.Accepted accepted) {
                lists = lists.with(accepted);
            }
        }
        return EvidenceKeys.in(newest, names).without(lists);
    }

    /** The trust states of the directory that follow each other under the root, the first first; at least one. */
    private static List<HeldTrustState> held(Path rootFile, Path directory, Zone names, Instant now) {
        List<HeldTrustState> held = new ArrayList<>();
        try {
            TrustHistory history = TrustHistory.founded(names, CertificateFiles.read(rootFile));
            for (SignedTrustState offered : PublishedTrust.read(directory).states()) {
                if (history.judge(offered, RevocationLists.none(), now) instanceof Acceptance.Accepted accepted) {
                    history = history.with(accepted);
                    held.add(accepted.held());
                }
            }
        } catch (IssuingException | TrustStoreException | IllegalArgumentException e) {
            throw CommandFailure.badInput(
                    "--root ou --trust ne peut servir : " + Reason.of(e).fr(),
                    "--root or --trust cannot be used: " + Reason.of(e).en());
        }
        if (held.isEmpty()) {
            throw CommandFailure.refused(
                    "Aucun état de confiance de " + directory + " n'est signé comme il le faut sous --root.",
                    "No trust state in " + directory + " is signed as it must be under --root.");
        }
        return held;
    }

    private Zone zone() {
        try {
            return new Zone(zone);
        } catch (MalformedNameException e) {
            throw CommandFailure.badInput("--zone : " + e.french(), "--zone: " + e.english());
        }
    }
}
