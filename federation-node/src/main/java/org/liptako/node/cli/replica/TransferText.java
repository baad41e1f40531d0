package org.liptako.node.cli.replica;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.exchange.v1.Transfer;
import org.liptako.exchange.v1.TransferHolder;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.LocalTime;
import org.liptako.node.cli.Paragraph;
import org.liptako.node.cli.Quantity;
import org.liptako.node.cli.Screen;
import org.liptako.node.wire.Count;

/** A transfer as a person reads it: a few lines that fit the narrowest terminal, the grant whole on a line of its own, to be copied. */
final class TransferText {
    private static final int INDENT = 2;
    private static final int PER_CENT = 100;

    private TransferText() {}

    static void print(List<Transfer> transfers, Screen screen) {
        transfers.forEach(transfer -> print(transfer, screen));
    }

    static void print(Transfer transfer, Screen screen) {
        Language language = screen.language();
        screen.line(status(language, transfer.getStatus()) + "  " + transfer.getDataset() + "  "
                + transfer.getSourceState() + " → " + transfer.getTargetSite() + "  "
                + PriorityWord.word(transfer.getPriority(), language));
        Paragraph.print(screen, INDENT, transfer.getGrant());
        Paragraph.print(screen, INDENT, String.join(", ", figures(transfer, screen)));
        holders(transfer, screen).ifPresent(holders -> Paragraph.print(screen, INDENT, holders));
        if (stands(transfer)) {
            Paragraph.print(
                    screen,
                    INDENT,
                    language.choose(
                            transfer.getStatusReason().getFr(),
                            transfer.getStatusReason().getEn()));
            Paragraph.print(
                    screen,
                    INDENT,
                    "→ "
                            + language.choose(
                                    transfer.getWhatToDo().getFr(),
                                    transfer.getWhatToDo().getEn()));
        }
    }

    static String status(Language language, TransferStatus status) {
        return switch (status) {
            case TRANSFER_STATUS_WAITING -> language.choose("EN ATTENTE", "WAITING");
            case TRANSFER_STATUS_RUNNING -> language.choose("EN COURS", "RUNNING");
            case TRANSFER_STATUS_SEALED -> language.choose("SCELLÉE", "SEALED");
            case TRANSFER_STATUS_STOPPED -> language.choose("ARRÊTÉE", "STOPPED");
            case TRANSFER_STATUS_UNSPECIFIED, UNRECOGNIZED -> "?";
        };
    }

    /** How far it has come, how fast it goes, when it ends: what is known of it, on one line. */
    static List<String> figures(Transfer transfer, Screen screen) {
        Language language = screen.language();
        List<String> figures = new ArrayList<>();
        if (transfer.getBytes() > 0) {
            figures.add(transfer.getBytesDurable() * PER_CENT / transfer.getBytes() + " %");
            figures.add(Quantity.bytes(transfer.getBytesDurable(), screen)
                    + language.choose(" sur ", " of ")
                    + Quantity.bytes(transfer.getBytes(), screen));
        } else if (transfer.getBytesLeft() > 0) {
            figures.add(language.choose("taille annoncée ", "announced size ")
                    + Quantity.bytes(transfer.getBytesLeft(), screen));
        } else {
            figures.add(language.choose("taille encore inconnue", "size not known yet"));
        }
        if (transfer.getRate() > 0) {
            figures.add(Quantity.rate(transfer.getRate(), screen));
        }
        if (!transfer.getExpectedEnd().isEmpty()) {
            figures.add(language.choose("fin prévue ", "expected end ") + LocalTime.of(transfer.getExpectedEnd()));
        }
        if (transfer.getAttempts() > 1) {
            int resumed = transfer.getAttempts() - 1;
            figures.add(language.choose("repris " + resumed + " fois", "resumed " + Count.en(resumed, "time")));
        }
        if (transfer.getBytesTwice() > 0) {
            figures.add(Quantity.bytes(transfer.getBytesTwice(), screen)
                    + language.choose(" reçus deux fois", " received twice"));
        }
        return figures;
    }

    /** What each holder has brought; empty where the source alone brought right chunks, for it is named already. */
    static Optional<String> holders(Transfer transfer, Screen screen) {
        Language language = screen.language();
        boolean several = transfer.getHoldersList().stream()
                .anyMatch(
                        holder -> !holder.getState().equals(transfer.getSourceState()) || holder.getWrongChunks() > 0);
        return several
                ? Optional.of(language.choose("apporté par ", "brought by ")
                        + transfer.getHoldersList().stream()
                                .map(holder -> holder.getState() + " " + Quantity.bytes(holder.getBytes(), screen)
                                        + wrong(holder, language))
                                .collect(joining(", ")))
                : Optional.empty();
    }

    private static String wrong(TransferHolder holder, Language language) {
        if (holder.getWrongChunks() == 0) {
            return "";
        }
        return language.choose(" (blocs faux : ", " (wrong chunks: ") + holder.getWrongChunks()
                + (holder.getLeftAlone() ? language.choose(", laissé de côté", ", left alone") : "") + ")";
    }

    private static boolean stands(Transfer transfer) {
        return switch (transfer.getStatus()) {
            case TRANSFER_STATUS_WAITING, TRANSFER_STATUS_STOPPED -> true;
            case TRANSFER_STATUS_RUNNING, TRANSFER_STATUS_SEALED, TRANSFER_STATUS_UNSPECIFIED, UNRECOGNIZED -> false;
        };
    }
}
