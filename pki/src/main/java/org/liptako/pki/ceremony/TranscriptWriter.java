package org.liptako.pki.ceremony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.liptako.pki.evidence.Digest;

/** Writes down what a ceremony did, in both languages, with the digest of everything that went in and came out. */
final class TranscriptWriter {
    private final CeremonyPlan plan;
    private final StringBuilder text = new StringBuilder();
    private int acts;

    TranscriptWriter(CeremonyPlan plan, Instant begun) {
        this.plan = plan;
        line(Transcript.TITLE);
        line("Cérémonie / Ceremony: " + plan.title());
        line("Lieu / Place: " + plan.place());
        line("Zone: " + plan.zone());
        line("Déclaration / Declaration: " + plan.declaration());
        line("Début / Begun: " + begun);
        line(Transcript.WITNESSES + plan.witnesses().size());
        plan.witnesses().forEach(name -> line("- " + name));
    }

    void add(Act act) {
        acts++;
        Touches touches = act.touches();
        line("");
        line(acts + ". " + ActSentences.french(act));
        line("   " + ActSentences.english(act));
        touches.newKeys()
                .forEach(key -> line("   clé faite / key made: " + plan.key(key).place()));
        touches.usedKeys()
                .forEach(key ->
                        line("   clé employée / key used: " + plan.key(key).place()));
        touches.inputs().forEach(file -> file(Transcript.INPUT, file));
        touches.outputs().forEach(file -> file(Transcript.OUTPUT, file));
    }

    String finish(Instant ended) {
        line("");
        line("Fin / Ended: " + ended);
        return text.toString();
    }

    private void file(String direction, Path file) {
        try {
            line(direction + Digest.over(Files.readAllBytes(file)) + " " + plan.told(file));
        } catch (IOException e) {
            throw new CeremonyException(
                    file + " ne peut être relu pour le procès-verbal : est-il encore là ?",
                    file + " cannot be read again for the transcript: is it still there?",
                    e);
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
