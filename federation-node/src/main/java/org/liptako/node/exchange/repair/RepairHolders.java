package org.liptako.node.exchange.repair;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.grant.StandingCopies;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/** From whom a copy at this site may be mended, and why not from others that have the same bytes. Thread-safe. */
final class RepairHolders {
    private static final Sentence NO_OTHER = new Sentence(
            "Aucun autre État connu n'en a une copie prouvée et en règle.",
            "No other State is known to have a copy that is proved and in good standing.");
    private static final Sentence NONE_LEFT = new Sentence(
            "Il ne reste aucun détenteur prouvé de ces octets : publiez à nouveau ce jeu de données.",
            "No proved holder of these bytes is left: publish this dataset anew.");

    private final SiteRecord own;
    private final StandingCopies standing;
    private final BarredCopies barred;

    RepairHolders(SiteRecord own) {
        this.own = own;
        this.standing = new StandingCopies(own.registry());
        this.barred = new BarredCopies(own);
    }

    /** Home first, which says by itself whether it still has the version; then those whose copies are in good standing. */
    List<State> of(DatasetVersion version) {
        State self = own.journal().state();
        return Stream.concat(
                        version.dataset().home().stream(),
                        standing.of(version).stream().flatMap(copy -> copy.site().state().stream()))
                .filter(state -> state != self)
                .distinct()
                .toList();
    }

    /** Who is left to be asked, for people; where it is nobody, what to do. */
    Sentence words(DatasetVersion version) {
        List<State> states = of(version);
        Sentence whom = states.isEmpty()
                ? NONE_LEFT
                : new Sentence(
                        "Le nœud la demande à : " + listed(states, State::french) + ".",
                        "The node asks for it: " + listed(states, State::english) + ".");
        return joined(whom, barred.of(version));
    }

    /** Why a holder does not give, and why nobody else does. */
    Sentence words(DatasetVersion version, Sentence why) {
        List<State> states = of(version);
        if (states.isEmpty()) {
            return words(version);
        }
        return joined(
                why,
                Stream.concat(states.size() == 1 ? Stream.of(NO_OTHER) : Stream.empty(), barred.of(version).stream())
                        .toList());
    }

    static Sentence joined(Sentence first, List<Sentence> rest) {
        return new Sentence(
                Stream.concat(Stream.of(first), rest.stream()).map(Sentence::fr).collect(Collectors.joining(" ")),
                Stream.concat(Stream.of(first), rest.stream()).map(Sentence::en).collect(Collectors.joining(" ")));
    }

    private static String listed(List<State> states, Function<State, String> name) {
        return states.stream()
                .map(state -> name.apply(state) + " (" + state + ")")
                .collect(Collectors.joining(", "));
    }
}
