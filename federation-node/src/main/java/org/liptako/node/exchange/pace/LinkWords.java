package org.liptako.node.exchange.pace;

import org.liptako.node.wire.Sentence;

/** What is said of a link that is slower than it was, and what to do. */
public final class LinkWords {
    private static final double MEGABIT = 125_000;

    private LinkWords() {}

    public static Sentence slow(LinkSpeed link) {
        String lately = megabits(link.lately());
        String usual = megabits(link.usual());
        String since = link.slowSince().map(Object::toString).orElse("?");
        return new Sentence(
                "La liaison avec " + link.peer().french() + " apporte " + lately + " Mbit/s au lieu de " + usual
                        + " auparavant, depuis " + since
                        + ". Demandez à l'opérateur et à l'exploitant d'en face ce qui a changé, et regardez si le disque"
                        + " suit ; si c'est désormais normal : « liptako replica links --accept " + link.peer() + " ».",
                "The link to " + link.peer().english() + " brings " + lately + " Mbit/s where it brought " + usual
                        + " before, since " + since
                        + ". Ask the carrier and the operator at the other end what has changed, and see whether the disk"
                        + " keeps up; if this is how it is now: liptako replica links --accept " + link.peer() + ".");
    }

    private static String megabits(long bytesPerSecond) {
        return Long.toString(Math.round(bytesPerSecond / MEGABIT));
    }
}
