package org.liptako.node.cli.replica;

import java.util.List;
import org.liptako.exchange.v1.TransferPause;
import org.liptako.exchange.v1.TransferScope;
import org.liptako.node.cli.LocalTime;
import org.liptako.node.cli.Paragraph;
import org.liptako.node.cli.Screen;

/** What is held back, as a person reads it. */
final class PauseText {
    private PauseText() {}

    static void print(List<TransferPause> pauses, Screen screen) {
        pauses.forEach(pause -> Paragraph.print(
                screen,
                0,
                screen.language()
                                .choose(
                                        "En pause : " + french(pause.getScope()) + ", depuis ",
                                        "Paused: " + english(pause.getScope()) + ", since ")
                        + LocalTime.of(pause.getPausedAt()) + " (" + pause.getPausedBy() + ")."));
    }

    private static String french(TransferScope scope) {
        if (scope.getEverything()) {
            return "tout";
        }
        return scope.getGrant().isEmpty() ? "ce qui vient de " + scope.getSourceState() : scope.getGrant();
    }

    private static String english(TransferScope scope) {
        if (scope.getEverything()) {
            return "everything";
        }
        return scope.getGrant().isEmpty() ? "what comes from " + scope.getSourceState() : scope.getGrant();
    }
}
