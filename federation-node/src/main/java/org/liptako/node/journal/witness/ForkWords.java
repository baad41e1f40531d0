package org.liptako.node.journal.witness;

import org.liptako.node.wire.Count;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/** What is said of a journal of which another was signed, however few entries it has. */
final class ForkWords {
    private ForkWords() {}

    /** Its checkpoint is not of what was read. */
    static Sentence fromRead(State state, long size) {
        return forks(
                state,
                size,
                "ce qu'il a signé sur " + Count.fr(size, "entrée") + " n'est pas ce qui a été lu ici",
                "what it signed over " + Count.en(size, "entry", "entries") + " is not what was read here");
    }

    /** Its checkpoint is not the one of as many entries that was cosigned. */
    static Sentence fromCosigned(State state, long size) {
        return forks(
                state,
                size,
                "ce qu'il a signé sur " + Count.fr(size, "entrée") + " n'est pas ce qui avait été cosigné",
                "what it signed over " + Count.en(size, "entry", "entries") + " is not what was cosigned");
    }

    /** The checkpoint that another State shows is not of what was read. */
    static Sentence shown(State state, State showing, long size) {
        return forks(
                state,
                size,
                "celui que montre le " + showing.french() + ", de " + Count.fr(size, "entrée") + ", signé du "
                        + state.french() + ", n'est pas celui qui a été lu ici",
                "the one that " + showing.english() + " shows, of " + Count.en(size, "entry", "entries")
                        + ", signed by " + state.english() + ", is not the one that was read here");
    }

    /** As {@link #shown}, where the entry is known. */
    static Sentence shownAt(State state, State showing, long entry) {
        return new Sentence(
                "Le journal du " + state.french() + " bifurque : l'entrée " + entry + " de celui que montre le "
                        + showing.french() + ", signé du " + state.french()
                        + ", n'est pas celle qui a été lue ici.",
                "The journal of " + state.english() + " forks: entry " + entry + " of the one that "
                        + showing.english() + " shows, signed by " + state.english()
                        + ", is not the one that was read here.");
    }

    private static Sentence forks(State state, long size, String french, String english) {
        return new Sentence(
                "Le journal du " + state.french() + " bifurque : " + french + " ; une entrée d'indice inférieur à "
                        + size + " a changé.",
                "The journal of " + state.english() + " forks: " + english + "; an entry below index " + size
                        + " was changed.");
    }
}
