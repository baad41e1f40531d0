package org.liptako.node.cli.registry;

import org.liptako.node.cli.Screen;

/** What every command that records something says at its end. */
final class Recorded {
    private Recorded() {}

    static void show(long journalIndex, Screen screen) {
        screen.line(
                "Inscrit au journal sous le n° " + journalIndex + ".",
                "Recorded in the journal as entry " + journalIndex + ".");
    }
}
