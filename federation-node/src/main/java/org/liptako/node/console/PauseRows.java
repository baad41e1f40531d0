package org.liptako.node.console;

import org.liptako.node.exchange.queue.Pause;
import org.liptako.node.exchange.queue.PauseScope;

/** Puts what operators hold back into words. */
final class PauseRows {
    private final Words words;

    PauseRows(Words words) {
        this.words = words;
    }

    PauseRow row(Pause pause) {
        return new PauseRow(
                pause.scope().key(),
                words.of("pause.held", scope(pause.scope()), words.of(pause.at()), SignerNames.of(pause.by(), words)));
    }

    String scope(PauseScope scope) {
        return switch (scope) {
            case PauseScope.Everything all -> words.of("pause.everything");
            case PauseScope.FromState from -> words.of("pause.from", words.of(from.source()));
            case PauseScope.OneTransfer one -> words.of("pause.one", one.grant().value());
        };
    }
}
