package org.liptako.node.possession;

import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.HoldingCause;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.HoldingKind;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.possession.reconcile.LookProgress;
import org.liptako.node.possession.reconcile.LookSum;
import org.liptako.node.registry.HoldingWords;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.SentenceMessages;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.possession.v1.ReconcileProgress;
import org.liptako.possession.v1.ReconcileResponse;
import org.liptako.possession.v1.ReconcileSum;

/** What a look found, as operators are told. */
final class ReconciliationMessages {
    private static final int LONGEST_NAME = 300;

    private ReconciliationMessages() {}

    static org.liptako.possession.v1.HoldingFinding finding(HoldingFinding finding, long files) {
        var message = org.liptako.possession.v1.HoldingFinding.newBuilder()
                .setKind(finding.cause().kind().name())
                .setCause(finding.cause().name())
                .setSite(finding.site().value())
                .setFiles(files)
                .setWords(SentenceMessages.toMessage(HoldingWords.of(finding)));
        DatasetId dataset = finding.dataset();
        VersionRoot root = finding.versionRoot();
        GrantSerial grant = finding.grant();
        if (dataset != null) {
            message.setDataset(dataset.value());
        }
        if (root != null) {
            message.setVersionRoot(root.value());
        }
        if (grant != null) {
            message.setGrant(grant.value());
        }
        return message.build();
    }

    /** With examples, where it is about files that are no copy. */
    static ReconcileResponse response(org.liptako.possession.v1.HoldingFinding finding, LookSum sum) {
        var told = finding.toBuilder();
        if (finding.getCause().equals(HoldingCause.STRANGERS.name())) {
            sum.examples().forEach(name -> told.addExamples(Printable.line(name, LONGEST_NAME)));
        }
        return ReconcileResponse.newBuilder().setFinding(told).build();
    }

    static ReconcileResponse response(LookProgress.Stage stage) {
        return ReconcileResponse.newBuilder()
                .setProgress(ReconcileProgress.newBuilder()
                        .setListed(stage.listed())
                        .setCompared(stage.compared())
                        .setReading(stage.reading())
                        .setChunksDone(stage.chunksDone())
                        .setChunks(stage.chunks()))
                .build();
    }

    static ReconcileResponse response(SiteId site, LookSum sum) {
        return ReconcileResponse.newBuilder()
                .setSum(ReconcileSum.newBuilder()
                        .setSite(site.value())
                        .setMatched(sum.matched())
                        .setUnderWay(sum.underWay())
                        .setDark(sum.of(HoldingKind.DARK))
                        .setMissing(sum.of(HoldingKind.MISSING))
                        .setUnmatched(sum.of(HoldingKind.UNMATCHED))
                        .setUnproven(sum.of(HoldingKind.UNPROVEN))
                        .setJournaled(sum.said().found())
                        .setEnded(sum.said().ended())
                        .addAllNotHeard(sum.notHeard().stream().map(State::name).toList())
                        .addAllUnread(sum.unread())
                        .setMore(sum.said().more()))
                .build();
    }
}
