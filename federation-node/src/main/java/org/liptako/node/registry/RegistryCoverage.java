package org.liptako.node.registry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.liptako.node.journal.JournalStatus;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/** How current each State's part of an answer is: nothing that could not be asked is silently left out. */
public final class RegistryCoverage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    /**
     * One State's part.
     *
     * @param current whether its node answers
     * @param knownAt when its journal was last read; empty if never
     * @param witnessed how many of its entries are witnessed as far as is known here; empty where no witness is awaited, or this node is none
     */
    public record Part(
            State state, boolean current, Optional<Instant> knownAt, Sentence words, OptionalLong witnessed) {}

    private final PeerJournals journals;
    private final Function<State, OptionalLong> witnessed;

    /** @param witnessed how many entries of a State's journal are witnessed */
    public RegistryCoverage(PeerJournals journals, Function<State, OptionalLong> witnessed) {
        this.journals = journals;
        this.witnessed = witnessed;
    }

    /** Every State's part, in the order of the States. */
    public List<Part> now() {
        return journals.statuses().stream().map(this::part).toList();
    }

    private Part part(JournalStatus status) {
        return new Part(
                status.state(), status.reachable(), status.lastHeard(), words(status), witnessed.apply(status.state()));
    }

    private static Sentence words(JournalStatus status) {
        String fr = status.state().french();
        String en = status.state().english();
        if (status.reachable()) {
            return new Sentence("Le " + fr + " est à jour.", en + " is current.");
        }
        return status.lastHeard()
                .map(TIME::format)
                .map(time -> new Sentence(
                        "Le " + fr + " ne répond pas ; dernier état connu le " + time + ".",
                        en + " does not answer; last known at " + time + "."))
                .orElseGet(() -> new Sentence(
                        "Le " + fr + " n'a jamais été joint ; rien n'en est connu ici.",
                        en + " has never been reached; nothing of it is known here."));
    }
}
