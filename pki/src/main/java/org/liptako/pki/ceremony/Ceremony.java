package org.liptako.pki.ceremony;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.liptako.pki.evidence.Digest;

/**
 * A declared ceremony: shown first, then performed, act by act, and written down.
 *
 * <p>Nothing here needs a network. What an act made stays if a later one fails; nothing is ever written over, so the
 * rest is declared anew.
 */
public final class Ceremony {
    private final CeremonyPlan plan;
    private final Clock clock;
    private final SecureRandom random;

    public Ceremony(CeremonyPlan plan, Clock clock, SecureRandom random) {
        this.plan = plan;
        this.clock = clock;
        this.random = random;
    }

    /** What stands in the way; empty if the ceremony can begin. Touches nothing. */
    public List<Obstacle> obstacles() {
        return DryRun.obstacles(plan);
    }

    /** All that will be made, in both languages, a line each. Touches nothing. */
    public List<String> outline() {
        List<String> lines = new ArrayList<>();
        for (Act act : plan.acts()) {
            int number = lines.size() + 1;
            Touches touches = act.touches();
            List<String> keys = new ArrayList<>();
            touches.newKeys().forEach(key -> keys.add("+ " + plan.key(key).place()));
            touches.usedKeys().forEach(key -> keys.add("* " + plan.key(key).place()));
            String files =
                    String.join(", ", touches.outputs().stream().map(plan::told).toList());
            lines.add(number + ". " + ActSentences.french(act) + " / " + ActSentences.english(act) + " [" + files + "; "
                    + String.join(", ", keys) + "]");
        }
        return lines;
    }

    /**
     * Performs every act and writes the transcript.
     *
     * @return the transcript's digest, to be read aloud and written on paper
     * @throws CeremonyException if something stands in the way; nothing was made then
     * @throws org.liptako.pki.issuing.IssuingException if an act fails; what acts before it made stays
     */
    public Digest perform() {
        List<Obstacle> obstacles = obstacles();
        if (!obstacles.isEmpty()) {
            throw new CeremonyException(
                    obstacles.stream().map(Obstacle::french).collect(Collectors.joining(" ")),
                    obstacles.stream().map(Obstacle::english).collect(Collectors.joining(" ")));
        }
        TranscriptWriter transcript = new TranscriptWriter(plan, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        ActPerformer performer = new ActPerformer(plan, clock, random);
        for (Act act : plan.acts()) {
            makeDirectories(act);
            performer.perform(act);
            transcript.add(act);
        }
        byte[] text = transcript
                .finish(clock.instant().truncatedTo(ChronoUnit.SECONDS))
                .getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(plan.transcript(), text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new CeremonyException(
                    "Le procès-verbal " + plan.transcript()
                            + " ne peut être écrit : vérifiez le chemin, les droits et la place du disque.",
                    "The transcript " + plan.transcript()
                            + " cannot be written: check the path, the permissions and the room on the disk.",
                    e);
        }
        return Digest.over(text);
    }

    private static void makeDirectories(Act act) {
        try {
            for (Path output : act.touches().outputs()) {
                Files.createDirectories(output.getParent());
            }
        } catch (IOException e) {
            throw new CeremonyException(
                    "Le dossier d'un fichier de l'acte " + ActSentences.french(act)
                            + " ne peut être créé : vérifiez les droits.",
                    "The directory of an output of the act " + ActSentences.english(act)
                            + " cannot be made: check the permissions.",
                    e);
        }
    }
}
