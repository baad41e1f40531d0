package org.liptako.node.cli.replica;

import java.util.List;
import org.liptako.exchange.v1.Link;
import org.liptako.node.cli.Paragraph;
import org.liptako.node.cli.Screen;

/** How links are, as a person reads it. */
final class LinkText {
    private LinkText() {}

    /** Prints the links that are slower than they were. */
    static void alarms(List<Link> links, Screen screen) {
        links.stream()
                .filter(Link::hasAlarm)
                .forEach(link -> Paragraph.print(
                        screen,
                        0,
                        "! "
                                + screen.language()
                                        .choose(
                                                link.getAlarm().getFr(),
                                                link.getAlarm().getEn())));
    }
}
