package org.liptako.node.exchange;

import java.time.Instant;
import java.util.Optional;
import org.liptako.exchange.v1.Limit;
import org.liptako.exchange.v1.Link;
import org.liptako.exchange.v1.SetLimitsRequest;
import org.liptako.node.config.limit.ByteRate;
import org.liptako.node.config.limit.LimitConfig;
import org.liptako.node.exchange.pace.LimitChange;
import org.liptako.node.exchange.pace.LinkSpeed;
import org.liptako.node.exchange.pace.LinkWords;
import org.liptako.node.exchange.pace.PaceLimit;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.SentenceMessages;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Limits and links as the protocol writes them. */
final class LimitMessages {
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
        return new LimitChange(request.getReceive(), request.getServe(), request.getWindows()).of(before);
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
}
