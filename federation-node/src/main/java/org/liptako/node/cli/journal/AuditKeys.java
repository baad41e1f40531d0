package org.liptako.node.cli.journal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
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
import org.liptako.pki.trust.PublishedTrust;
import org.liptako.pki.trust.SignedTrustState;
import org.liptako.pki.trust.TrustHistory;
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

    private CheckpointPolicy given(String log) {
        try {
            NoteKey believed = NoteKey.parse(log);
            List<NoteKey> known = witnesses.stream().map(NoteKey::parse).toList();
            return policy(believed.name(), new NoteVerifier(List.of(believed), known));
        } catch (MalformedLogException e) {
            throw CommandFailure.badInput(
                    "--key et --witness s'écrivent nom+numéro+clé, comme le dit « liptako journal status » ("
                            + e.getMessage() + ").",
                    "--key and --witness are written name+number+key, as liptako journal status says them ("
                            + e.getMessage() + ").");
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(
                    "--key est la clé d'un journal, --witness celle d'un témoin (" + e.getMessage() + ").",
                    "--key is a log's key, --witness a witness's (" + e.getMessage() + ").");
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
        try {
            TrustHistory history = TrustHistory.founded(names, CertificateFiles.read(rootFile));
            for (SignedTrustState offered : PublishedTrust.read(directory).states()) {
                if (history.judge(offered, RevocationLists.none(), now) instanceof Acceptance.Accepted accepted) {
                    history = history.with(accepted);
                }
            }
            return EvidenceKeys.in(
                    history.newest()
                            .orElseThrow(() -> CommandFailure.refused(
                                    "Aucun état de confiance de " + directory
                                            + " n'est signé comme il le faut sous --root.",
                                    "No trust state in " + directory + " is signed as it must be under --root."))
                            .state(),
                    names);
        } catch (IssuingException | TrustStoreException | IllegalArgumentException e) {
            throw CommandFailure.badInput(
                    "--root ou --trust ne peut servir : " + e.getMessage(),
                    "--root or --trust cannot be used: " + e.getMessage());
        }
    }

    private Zone zone() {
        try {
            return new Zone(zone);
        } catch (MalformedNameException e) {
            throw CommandFailure.badInput("--zone : " + e.getMessage(), "--zone: " + e.getMessage());
        }
    }
}
