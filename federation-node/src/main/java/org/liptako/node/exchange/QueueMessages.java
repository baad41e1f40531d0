package org.liptako.node.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.exchange.v1.GetQueueResponse;
import org.liptako.exchange.v1.TransferPause;
import org.liptako.exchange.v1.TransferScope;
import org.liptako.node.exchange.grant.GrantMessages;
import org.liptako.node.exchange.queue.Pause;
import org.liptako.node.exchange.queue.PauseScope;
import org.liptako.node.exchange.queue.TransferPriority;
import org.liptako.node.exchange.transfer.TransferReport;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;
import org.liptako.pki.name.State;

/** The queue, and what operators say to it, as the protocol writes it. */
final class QueueMessages {
    private static final int MOST_SHOWN = 1000;
    private static final int MOST_LETTERS = 40;

    private QueueMessages() {}

    static GetQueueResponse.Builder toMessage(List<TransferReport> queue, List<Pause> pauses) {
        GetQueueResponse.Builder response = GetQueueResponse.newBuilder().setLength(queue.size());
        queue.stream().limit(MOST_SHOWN).map(TransferMessages::toMessage).forEach(response::addTransfers);
        pauses.stream().map(QueueMessages::toMessage).forEach(response::addPauses);
        boolean allKnown = !queue.isEmpty()
                && queue.stream().allMatch(report -> report.expectedEnd().isPresent());
        if (allKnown) {
            queue.stream()
                    .flatMap(report -> report.expectedEnd().stream())
                    .max(Comparator.naturalOrder())
                    .ifPresent(end -> response.setExpectedEnd(TransferMessages.second(end)));
        }
        return response;
    }

    static TransferPause toMessage(Pause pause) {
        return TransferPause.newBuilder()
                .setScope(toMessage(pause.scope()))
                .setPausedBy(pause.by())
                .setPausedAt(TransferMessages.second(pause.at()))
                .build();
    }

    private static TransferScope toMessage(PauseScope scope) {
        return switch (scope) {
            case PauseScope.Everything all ->
                TransferScope.newBuilder().setEverything(true).build();
            case PauseScope.FromState from ->
                TransferScope.newBuilder().setSourceState(from.source().name()).build();
            case PauseScope.OneTransfer one ->
                TransferScope.newBuilder().setGrant(one.grant().value()).build();
        };
    }

    static PauseScope scope(TransferScope scope) {
        long said = Stream.of(
                        !scope.getGrant().isEmpty(), !scope.getSourceState().isEmpty(), scope.getEverything())
                .filter(present -> present)
                .count();
        if (said != 1) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Dites une autorisation, ou un État, ou tout : l'un des trois.",
                    "Say a grant, or a State, or everything: one of the three.");
        }
        if (scope.getEverything()) {
            return new PauseScope.Everything();
        }
        return scope.getGrant().isEmpty()
                ? new PauseScope.FromState(state(scope.getSourceState()))
                : new PauseScope.OneTransfer(GrantMessages.serial(scope.getGrant()));
    }

    static State state(String code) {
        return State.ofCode(code).orElseThrow(() -> {
            String shown = Printable.line(code, MOST_LETTERS);
            return Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "« " + shown + " » n'est pas le code d'un État membre : ML, BF ou NE.",
                    "\"" + shown + "\" is no member State's code: ML, BF or NE.");
        });
    }

    static org.liptako.exchange.v1.TransferPriority toMessage(TransferPriority priority) {
        return switch (priority) {
            case URGENT -> org.liptako.exchange.v1.TransferPriority.TRANSFER_PRIORITY_URGENT;
            case HIGH -> org.liptako.exchange.v1.TransferPriority.TRANSFER_PRIORITY_HIGH;
            case NORMAL -> org.liptako.exchange.v1.TransferPriority.TRANSFER_PRIORITY_NORMAL;
            case LOW -> org.liptako.exchange.v1.TransferPriority.TRANSFER_PRIORITY_LOW;
        };
    }

    static TransferPriority priority(org.liptako.exchange.v1.TransferPriority priority) {
        return known(priority)
                .orElseThrow(() -> Failure.of(
                        ErrorCode.INVALID_REQUEST,
                        "Dites une priorité : urgente, haute, normale ou basse.",
                        "Say a priority: urgent, high, normal or low."));
    }

    private static Optional<TransferPriority> known(org.liptako.exchange.v1.TransferPriority priority) {
        return switch (priority) {
            case TRANSFER_PRIORITY_URGENT -> Optional.of(TransferPriority.URGENT);
            case TRANSFER_PRIORITY_HIGH -> Optional.of(TransferPriority.HIGH);
            case TRANSFER_PRIORITY_NORMAL -> Optional.of(TransferPriority.NORMAL);
            case TRANSFER_PRIORITY_LOW -> Optional.of(TransferPriority.LOW);
            case TRANSFER_PRIORITY_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
