package org.liptako.node.cli.replica;

import java.util.List;
import org.liptako.exchange.v1.Transfer;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.Table;

/** Transfers as a person reads them. */
final class TransferText {
    private TransferText() {}

    static void print(List<Transfer> transfers, Screen screen) {
        var table = switch (screen.language()) {
            case FRENCH ->
                new Table("AUTORISATION", "JEU", "DE", "VERS", "ÉTAT", "MORCEAUX", "OCTETS REÇUS", "DEUX FOIS");
            case ENGLISH -> new Table("GRANT", "DATASET", "FROM", "TO", "STATUS", "CHUNKS", "BYTES RECEIVED", "TWICE");
        };
        transfers.forEach(transfer -> table.row(
                transfer.getGrant(),
                transfer.getDataset(),
                transfer.getSourceState(),
                transfer.getTargetSite(),
                status(screen.language(), transfer.getStatus()),
                transfer.getChunksDurable() + "/" + transfer.getChunks(),
                String.format(screen.locale(), "%,d", transfer.getBytesReceived()),
                String.format(screen.locale(), "%,d", transfer.getBytesTwice())));
        table.print(screen);
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
}
