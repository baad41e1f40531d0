package org.liptako.node.cli.duty;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.FileDigest;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.placement.v1.DischargeDutyRequest;
import org.liptako.placement.v1.DischargeDutyResponse;
import org.liptako.placement.v1.DutyServiceGrpc;
import org.liptako.placement.v1.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako duties discharge}: says that a duty was done, with the document that shows it; repeating it does nothing twice. */
@Command(name = "discharge")
final class DischargeCommand extends NodeQuestion<DischargeDutyResponse> {
    @Parameters(paramLabel = "DUTY", descriptionKey = "dutyId")
    private String duty;

    @Option(names = "--evidence", required = true, paramLabel = "FILE", descriptionKey = "dutyEvidence")
    private Path evidence;

    @Option(names = "--title", required = true, paramLabel = "TEXT", descriptionKey = "dutyTitle")
    private String title;

    @Option(names = "--done-at", paramLabel = "INSTANT", descriptionKey = "dutyDoneAt")
    private @Nullable String doneAt;

    @Option(names = "--note", paramLabel = "TEXT", descriptionKey = "dutyNote")
    private @Nullable String note;

    DischargeCommand() {}

    @Override
    protected DischargeDutyResponse ask(NodeConnection node) {
        var request = DischargeDutyRequest.newBuilder()
                .setDuty(duty)
                .setEvidence(Evidence.newBuilder()
                        .setSha256(FileDigest.sha256(evidence))
                        .setTitle(title));
        if (doneAt != null) {
            request.setDoneAt(doneAt);
        }
        if (note != null) {
            request.setNote(note);
        }
        return node.service(DutyServiceGrpc::newBlockingStub).dischargeDuty(request.build());
    }

    @Override
    protected void show(DischargeDutyResponse answer, Screen screen) {
        screen.line("Inscrit au journal : « " + title + " ».", "Recorded in the journal: \"" + title + "\".");
        DutyTable.standing(answer.getDuty(), screen.language()).forEach(screen::line);
    }
}
