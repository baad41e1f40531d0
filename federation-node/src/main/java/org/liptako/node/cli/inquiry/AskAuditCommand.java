package org.liptako.node.cli.inquiry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.liptako.inquiry.v1.Inquiry;
import org.liptako.inquiry.v1.InquiryServiceGrpc;
import org.liptako.inquiry.v1.InquiryTrim;
import org.liptako.inquiry.v1.ListInquiriesRequest;
import org.liptako.inquiry.v1.ListInquiriesResponse;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.Table;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.node.wire.Count;
import picocli.CommandLine.Command;

/** {@code liptako ask-audit}: who asked a node what; of others' questions, a regulator of its State alone is told. */
@Command(name = "ask-audit")
public final class AskAuditCommand extends NodeQuestion<ListInquiriesResponse> {
    private static final int MOST = 1_000;

    AskAuditCommand() {}

    @Override
    protected ListInquiriesResponse ask(NodeConnection node) {
        return node.service(InquiryServiceGrpc::newBlockingStub)
                .listInquiries(
                        ListInquiriesRequest.newBuilder().setPageSize(MOST).build());
    }

    @Override
    protected void show(ListInquiriesResponse answer, Screen screen) {
        Table table = switch (screen.language()) {
            case FRENCH -> new Table("LE", "QUI", "QUESTION", "LIGNES", "FICHIER");
            case ENGLISH -> new Table("AT", "WHO", "QUESTION", "ROWS", "FILE");
        };
        for (Inquiry inquiry : answer.getInquiriesList()) {
            table.row(
                    Instant.parse(inquiry.getAskedAt())
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString(),
                    inquiry.getCaller(),
                    screen.language()
                            .choose(
                                    inquiry.getSentence().getFr(),
                                    inquiry.getSentence().getEn()),
                    Long.toString(inquiry.getRows()),
                    inquiry.getFormat().isEmpty() ? "—" : inquiry.getFormat());
        }
        table.print(screen);
        if (!answer.getKeptSince().isEmpty()) {
            String since = day(answer.getKeptSince());
            screen.line(
                    "Les questions posées avant le " + since + " ne sont plus gardées.",
                    "Questions asked before " + since + " are kept no longer.");
        }
        for (InquiryTrim trim : answer.getTrimsList()) {
            screen.line(
                    "  " + day(trim.getTrimmedAt()) + " : "
                            + Count.fr(trim.getRows(), "question posée", "questions posées") + " avant le "
                            + day(trim.getAskedBefore())
                            + (Count.isOneInFrench(trim.getRows()) ? " retirée (gardée " : " retirées (gardées ")
                            + Count.fr(trim.getKeptDays(), "jour") + ").",
                    "  " + day(trim.getTrimmedAt()) + ": " + Count.en(trim.getRows(), "question") + " asked before "
                            + day(trim.getAskedBefore()) + " dropped (kept for " + Count.en(trim.getKeptDays(), "day")
                            + ").");
        }
    }

    private static String day(String instant) {
        return Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
