package org.liptako.node.registry;

import org.liptako.node.registry.CatalogueImport.TakenTables;
import org.liptako.node.registry.TableReport.Refused;
import org.liptako.node.wire.SentenceMessages;
import org.liptako.registry.v1.ImportTableResponse;
import org.liptako.registry.v1.RefusedCell;

/** What came of a spreadsheet, as messages. */
final class TableMessages {
    private TableMessages() {}

    static ImportTableResponse response(TakenTables taken) {
        TableReport report = taken.report();
        return ImportTableResponse.newBuilder()
                .setTaken(taken.journaled())
                .setSites(taken.counts().sites())
                .setDatasets(taken.counts().datasets())
                .setReplicas(taken.counts().copies())
                .setLeftOut(taken.counts().leftOut())
                .setKnown(taken.known())
                .addAllRefused(
                        report.refused().stream().map(TableMessages::refused).toList())
                .setRefusedInAll(report.count())
                .setRefusedLines(report.lines())
                .addAllRemarks(report.remarks().stream()
                        .map(SentenceMessages::toMessage)
                        .toList())
                .build();
    }

    private static RefusedCell refused(Refused one) {
        return RefusedCell.newBuilder()
                .setSheet(one.sheet())
                .setLine(one.line())
                .setColumn(one.column())
                .setHeading(one.heading())
                .setValue(one.value())
                .setWords(SentenceMessages.toMessage(one.words()))
                .build();
    }
}
