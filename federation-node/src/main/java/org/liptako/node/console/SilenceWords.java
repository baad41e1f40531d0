package org.liptako.node.console;

import org.liptako.node.registry.SiteSilence;

/** Puts into words that a State cannot reach a site. */
final class SilenceWords {
    private SilenceWords() {}

    static String of(SiteSilence silence, Words words) {
        return words.of(
                "objection.silence",
                words.of(silence.source().saidBy()),
                words.of(silence.source().heldFrom()));
    }
}
