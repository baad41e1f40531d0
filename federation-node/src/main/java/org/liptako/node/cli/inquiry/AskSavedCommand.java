package org.liptako.node.cli.inquiry;

import org.jspecify.annotations.Nullable;
import org.liptako.inquiry.v1.ForgetQuestionRequest;
import org.liptako.inquiry.v1.InquiryServiceGrpc;
import org.liptako.inquiry.v1.ListSavedQuestionsRequest;
import org.liptako.inquiry.v1.ListSavedQuestionsResponse;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.Table;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liptako ask-saved}: the questions that the caller has kept; or one of them kept no longer. */
@Command(name = "ask-saved")
public final class AskSavedCommand extends NodeQuestion<ListSavedQuestionsResponse> {
    @Option(names = "--forget", paramLabel = "NAME", descriptionKey = "askForget")
    private @Nullable String forget;

    AskSavedCommand() {}

    @Override
    protected ListSavedQuestionsResponse ask(NodeConnection node) {
        var service = node.service(InquiryServiceGrpc::newBlockingStub);
        if (forget != null) {
            service.forgetQuestion(
                    ForgetQuestionRequest.newBuilder().setName(forget).build());
            screen().remark("La question est oubliée.", "The question is forgotten.");
        }
        return service.listSavedQuestions(ListSavedQuestionsRequest.getDefaultInstance());
    }

    @Override
    protected void show(ListSavedQuestionsResponse answer, Screen screen) {
        Table table = switch (screen.language()) {
            case FRENCH -> new Table("NOM", "QUESTION", "GARDÉE DEPUIS");
            case ENGLISH -> new Table("NAME", "QUESTION", "KEPT SINCE");
        };
        answer.getQuestionsList()
                .forEach(kept -> table.row(
                        kept.getName(),
                        screen.language()
                                .choose(
                                        kept.getSentence().getFr(),
                                        kept.getSentence().getEn()),
                        kept.getSavedAt()));
        table.print(screen);
    }
}
