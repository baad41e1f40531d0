package org.liptako.node.registry;

import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.wire.SentenceMessages;

/** Where stores and journals differ, as it is told. */
final class HoldingMessages {
    private HoldingMessages() {}

    static org.liptako.registry.v1.HoldingStatement statement(HoldingStatement said) {
        HoldingFinding finding = said.word().finding();
        var message = org.liptako.registry.v1.HoldingStatement.newBuilder()
                .setKind(finding.cause().kind().name())
                .setCause(finding.cause().name())
                .setSite(finding.site().value())
                .setSaidBy(said.source().saidBy().name())
                .setSince(said.source().heldFrom().toString())
                .setJournalIndex(said.source().journalIndex())
                .setWords(SentenceMessages.toMessage(HoldingWords.of(finding)));
        DatasetId dataset = finding.dataset();
        VersionRoot root = finding.versionRoot();
        GrantSerial grant = finding.grant();
        Long files = said.word().files();
        if (dataset != null) {
            message.setDataset(dataset.value());
        }
        if (root != null) {
            message.setVersionRoot(root.value());
        }
        if (grant != null) {
            message.setGrant(grant.value());
        }
        if (files != null) {
            message.setFiles(files);
        }
        return message.build();
    }
}
