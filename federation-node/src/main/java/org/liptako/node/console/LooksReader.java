package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.Caller;
import org.liptako.node.inquiry.InquiryDesk;
import org.liptako.node.inquiry.InquiryStore.Inquiry;
import org.liptako.node.inquiry.InquiryStore.Place;

/** Reads who asked what: all of it for a regulator of this State, their own for everybody else. */
@Singleton
final class LooksReader {
    static final String PATH = "/questions/asked";

    private static final int MOST = 100;

    private final InquiryDesk desk;
    private final NodeConfig node;
    private final Clock clock;

    LooksReader(InquiryDesk desk, NodeConfig node, Clock clock) {
        this.desk = desk;
        this.node = node;
        this.clock = clock;
    }

    /** @param after where the page before has ended; empty for the first */
    LooksPage read(Caller reader, String after, Words words) {
        Place from = Place.parse(after);
        List<Inquiry> looks = desk.inquiries(reader, from, MOST);
        return new LooksPage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                words.of(desk.seesAll(reader) ? "looks.all" : "looks.own"),
                desk.keptSince()
                        .map(since -> words.of("looks.kept", words.of(since)))
                        .orElse(""),
                looks.stream().map(look -> row(look, words)).toList(),
                looks.size() < MOST
                        ? ""
                        : PATH + "?after=" + URLEncoder.encode(from.after(looks).toString(), StandardCharsets.UTF_8));
    }

    private static LookRow row(Inquiry look, Words words) {
        return new LookRow(
                look.askedAt().toString(),
                words.of(look.askedAt()),
                SignerNames.of(look.caller(), words),
                words.of(look.words()),
                look.rows() == 0 ? "" : words.of("looks.number", look.rows()),
                look.format());
    }
}
