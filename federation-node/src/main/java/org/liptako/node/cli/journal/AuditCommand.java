package org.liptako.node.cli.journal;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.wire.Count;
import org.liptako.pki.tlog.CheckpointPolicy;
import org.liptako.pki.tlog.Cosignature;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.NoteSignature;
import org.liptako.pki.tlog.RefusedNoteException;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.tlog.audit.AuditOutcome;
import org.liptako.pki.tlog.audit.DirectoryFiles;
import org.liptako.pki.tlog.audit.LogAudit;
import org.liptako.pki.tlog.audit.LogFiles;
import org.liptako.pki.tlog.audit.OlderLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako journal audit}: reads a whole journal again, from a directory or a web address, and names what is wrong. Says everything in both languages. */
@Command(name = "audit")
final class AuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR|URL", descriptionKey = "journalSource")
    private String source;

    @Mixin
    private AuditKeys keys;

    @Option(names = "--since", paramLabel = "FILE", descriptionKey = "journalSince")
    private @Nullable Path since;

    AuditCommand() {}

    @Override
    public Integer call() {
        CheckpointPolicy policy = keys.policy();
        OlderLog older = older(since == null ? policy : keys.policyOfThePast(policy));
        try {
            return told(run(policy, older), older);
        } catch (RefusedNoteException refused) {
            return fault(refused.french(), refused.english());
        } catch (UncheckedIOException unread) {
            throw CommandFailure.down(
                    "Le journal ne peut être lu : " + unread.getMessage(),
                    "The journal cannot be read: " + unread.getMessage());
        }
    }

    private AuditOutcome run(CheckpointPolicy policy, @Nullable OlderLog older) {
        if (source.startsWith("http://") || source.startsWith("https://")) {
            try (WebFiles files = new WebFiles(address())) {
                return new LogAudit(files, policy, older).run();
            }
        }
        Path directory = Path.of(source);
        if (!Files.isDirectory(directory)) {
            throw CommandFailure.badInput(
                    source + " n'est ni un dossier ni une adresse http : vérifiez le chemin.",
                    source + " is neither a directory nor an http address: check the path.");
        }
        return new LogAudit(new DirectoryFiles(directory), policy, older).run();
    }

    private URI address() {
        try {
            return URI.create(source);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(source + " n'est pas une adresse.", source + " is no address.");
        }
    }

    /** The checkpoint that was kept, believed under the same keys, with the files that lie beside it. */
    private @Nullable OlderLog older(CheckpointPolicy policy) {
        Path kept = since;
        if (kept == null) {
            return null;
        }
        try {
            LogFiles beside = new DirectoryFiles(kept.toAbsolutePath().resolveSibling("."));
            return new OlderLog(policy.verify(SignedNote.parse(read(kept))).checkpoint(), beside);
        } catch (MalformedLogException e) {
            throw unreadable(kept, e.french(), e.english());
        } catch (UncheckedIOException e) {
            throw unreadable(kept, "Le fichier ne s'ouvre pas.", "The file does not open.");
        } catch (RefusedNoteException e) {
            throw CommandFailure.badInput(
                    "--since " + kept + " : " + e.french(), "--since " + kept + ": " + e.getMessage());
        }
    }

    private static CommandFailure unreadable(Path kept, String french, String english) {
        return CommandFailure.badInput(
                "--since " + kept + " ne peut être lu comme un point de contrôle : " + french,
                "--since " + kept + " cannot be read as a checkpoint: " + english);
    }

    /** No more of it than a note may have, however long the file is. */
    private static byte[] read(Path file) {
        Path name = file.toAbsolutePath().getFileName();
        return new DirectoryFiles(file.toAbsolutePath().resolveSibling("."))
                .read(String.valueOf(name))
                .orElseThrow(() -> new MalformedLogException(
                        "Il n'y a pas de fichier à cet endroit.", "There is no file at that place."));
    }

    private int told(AuditOutcome outcome, @Nullable OlderLog older) {
        return switch (outcome) {
            case AuditOutcome.Faulty faulty ->
                fault(faulty.fault().french(), faulty.fault().english());
            case AuditOutcome.Sound sound -> sound(sound, older);
        };
    }

    private int sound(AuditOutcome.Sound sound, @Nullable OlderLog older) {
        long size = sound.checkpoint().checkpoint().size();
        both(
                "Journal entier. " + Count.fr(size, "entrée relue", "entrées relues") + " dans l'ordre, "
                        + Count.fr(sound.tiles(), "tuile comparée", "tuiles comparées")
                        + ", racine recalculée, signature du journal vérifiée.",
                "Whole journal. " + Count.en(size, "entry", "entries") + " read in order, "
                        + Count.en(sound.tiles(), "tile")
                        + " compared, root computed anew, the journal's signature verified.");
        for (Cosignature cosignature : sound.checkpoint().cosignatures()) {
            both(
                    "Cosigné par " + cosignature.witness().name() + " le " + cosignature.time() + ".",
                    "Cosigned by " + cosignature.witness().name() + " at " + cosignature.time() + ".");
        }
        for (NoteSignature stranger : sound.strangers()) {
            both(
                    "Porte aussi une signature au nom de " + stranger.name()
                            + ", d'une clé que rien ici ne dit connue : elle n'a pas été vérifiée et ne compte pas.",
                    "Bears a signature in the name of " + stranger.name()
                            + " as well, by a key that nothing here says is known: it was not verified and does not count.");
        }
        if (sound.checkpoint().cosignatures().isEmpty()) {
            both(
                    "Aucun témoin dont la clé est connue ici ne l'a cosigné ; --trust avec --state, ou --witness, donne"
                            + " les clés des témoins.",
                    "No witness whose key is known here has cosigned it; --trust with --state, or --witness, gives the"
                            + " witnesses' keys.");
        }
        if (older != null) {
            both(
                    "Il n'a fait que croître depuis le point de contrôle gardé, de "
                            + Count.fr(older.checkpoint().size(), "entrée") + ".",
                    "It has only grown since the checkpoint that was kept, of "
                            + Count.en(older.checkpoint().size(), "entry", "entries") + ".");
        }
        both(
                "Les charges utiles ne sont pas dans ces fichiers : l'audit ne dit rien de leur contenu.",
                "Payloads are not in these files: the audit says nothing of their content.");
        return ExitCode.DONE;
    }

    private int fault(String french, String english) {
        both("REFUSÉ. " + french, "REFUSED. " + english);
        return ExitCode.NO;
    }

    private void both(String french, String english) {
        Screen screen = Screen.of(spec);
        screen.line(french);
        screen.line(english);
    }
}
