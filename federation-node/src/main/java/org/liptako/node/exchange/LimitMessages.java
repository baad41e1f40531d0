package org.liptako.node.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liptako.exchange.v1.Limit;
import org.liptako.exchange.v1.Link;
import org.liptako.exchange.v1.SetLimitsRequest;
import org.liptako.node.config.limit.ByteRate;
import org.liptako.node.config.limit.DailyWindows;
import org.liptako.node.config.limit.LimitConfig;
import org.liptako.node.exchange.pace.LinkSpeed;
import org.liptako.node.exchange.pace.LinkWords;
import org.liptako.node.exchange.pace.PaceLimit;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.SentenceMessages;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Limits and links as the protocol writes them. */
final class LimitMessages {
    private static final String NONE = "none";
    private static final int MOST_LETTERS = 60;

    private LimitMessages() {}

    static Limit toMessage(PaceLimit counts, Instant now) {
        LimitConfig limit = counts.limit();
        Limit.Builder message = Limit.newBuilder()
                .setPeer(limit.peer().map(State::name).orElse(""))
                .setReceive(limit.receive().map(ByteRate::toString).orElse(""))
                .setServe(limit.serve().map(ByteRate::toString).orElse(""))
                .setWindows(limit.windows().toString())
                .setZone(limit.windows().zone().getId())
                .setSetBy(counts.setBy().orElse(""))
                .setOpenNow(limit.windows().isOpen(now));
        counts.setAt().ifPresent(at -> message.setSetAt(TransferMessages.second(at)));
        limit.windows().nextChange(now).ifPresent(change -> message.setNextChange(TransferMessages.second(change)));
        return message.build();
    }

    /** What a request makes of a limit: what it does not say stays. */
    static LimitConfig changed(LimitConfig before, SetLimitsRequest request) {
        return new LimitConfig(
                before.peer(),
                rate(before.receive(), request.getReceive()),
                rate(before.serve(), request.getServe()),
                windows(before.windows(), request.getWindows()));
    }

    /** Whose limit a request is for: never that of the site's own State, and not for nothing. */
    static Optional<State> peer(SetLimitsRequest request, SiteId own) {
        boolean says = !request.getReceive().isBlank()
                || !request.getServe().isBlank()
                || !request.getWindows().isBlank();
        if (says == request.getAsConfigured()) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Dites ce qu'il faut régler (recevoir, servir, heures), ou bien que la configuration vaut de nouveau.",
                    "Say what is to be set (receive, serve, hours), or that the configuration counts again.");
        }
        Optional<State> peer =
                request.getPeer().isEmpty() ? Optional.empty() : Optional.of(QueueMessages.state(request.getPeer()));
        if (peer.isPresent() && peer.equals(own.state())) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Ce nœud n'échange pas avec son propre État ; nommez-en un autre, ou aucun pour tous ensemble.",
                    "This node exchanges nothing with its own State; name another one, or none for all together.");
        }
        return peer;
    }

    static Link toMessage(LinkSpeed link) {
        Link.Builder message = Link.newBuilder()
                .setPeer(link.peer().name())
                .setLately(link.lately())
                .setUsual(link.usual());
        link.slowSince()
                .ifPresent(since -> message.setSlowSince(TransferMessages.second(since))
                        .setAlarm(SentenceMessages.toMessage(LinkWords.slow(link))));
        return message.build();
    }

    private static Optional<ByteRate> rate(Optional<ByteRate> before, String text) {
        if (text.isEmpty()) {
            return before;
        }
        return text.equals(NONE) ? Optional.empty() : Optional.of(read(text, ByteRate::of));
    }

    private static DailyWindows windows(DailyWindows before, String text) {
        if (text.isEmpty()) {
            return before;
        }
        return text.equals(NONE)
                ? new DailyWindows(List.of(), before.zone())
                : read(text, written -> DailyWindows.of(written, before.zone()));
    }

    private static <T> T read(String text, Function<String, T> type) {
        try {
            return type.apply(text);
        } catch (IllegalArgumentException wrong) {
            String shown = Printable.line(text, MOST_LETTERS);
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "« " + shown + " » ne se lit pas ; par exemple : " + wrong.getMessage() + ".",
                    "\"" + shown + "\" cannot be read; for example: " + wrong.getMessage() + ".");
        }
    }
}
