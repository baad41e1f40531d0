package org.liptako.node.cli.inquiry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.inquiry.v1.AskRequest;
import org.liptako.inquiry.v1.AskResponse;
import org.liptako.inquiry.v1.Blank;
import org.liptako.inquiry.v1.InquiryServiceGrpc;
import org.liptako.inquiry.v1.ListQuestionsRequest;
import org.liptako.inquiry.v1.ListSavedQuestionsRequest;
import org.liptako.inquiry.v1.Row;
import org.liptako.inquiry.v1.SaveQuestionRequest;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.JsonLine;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeOptions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako ask}: the questions that can be asked; or one of them, its blanks filled in, and its answer. */
@Command(name = "ask")
public final class AskCommand implements Callable<Integer> {
    private static final int PAGE = 1_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOptions node;

    @Parameters(arity = "0..1", paramLabel = "QUESTION", descriptionKey = "question")
    private @Nullable String question;

    @Parameters(index = "1..*", paramLabel = "BLANK=VALUE", descriptionKey = "blanks")
    private Map<String, String> blanks = new LinkedHashMap<>();

    @Option(names = "--most", paramLabel = "N", descriptionKey = "askMost")
    private int most = 10_000;

    @ArgGroup
    private @Nullable AnswerFiles file;

    @Option(names = "--save", paramLabel = "NAME", descriptionKey = "askSave")
    private @Nullable String save;

    @Option(names = "--saved", paramLabel = "NAME", descriptionKey = "askSaved")
    private @Nullable String saved;

    AskCommand() {}

    /** The file that an answer is written into instead. */
    static final class AnswerFiles {
        @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "askCsv")
        private @Nullable Path csv;

        @Option(names = "--jsonl", paramLabel = "FILE", descriptionKey = "askJsonl")
        private @Nullable Path jsonLines;

        @Option(names = "--dcat", paramLabel = "FILE", descriptionKey = "askDcat")
        private @Nullable Path dcat;

        @Option(names = "--pdf", paramLabel = "FILE", descriptionKey = "askPdf")
        private @Nullable Path pdf;
    }

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec);
        if (question == null && saved == null) {
            return tellQuestions(screen);
        }
        if (most < 1) {
            throw CommandFailure.badInput("--most veut un nombre à partir de 1.", "--most takes a number from 1 on.");
        }
        AskRequest request = saved == null ? request(question == null ? "" : question, blanks) : kept(saved);
        if (save != null) {
            String name = save;
            node.call(connection -> connection
                    .service(InquiryServiceGrpc::newBlockingStub)
                    .saveQuestion(SaveQuestionRequest.newBuilder()
                            .setName(name)
                            .setQuestion(request)
                            .build()));
            screen.remark(
                    "La question est gardée sous le nom " + name + ".",
                    "The question is kept under the name " + name + ".");
        }
        if (file != null) {
            return export(request, file, screen);
        }
        AskResponse answer = node.call(connection -> all(connection, request));
        if (node.json()) {
            screen.line(JsonLine.of(answer));
        } else {
            new AnswerTable(answer).lines(screen.language()).forEach(screen::line);
        }
        return ExitCode.DONE;
    }

    private int tellQuestions(Screen screen) {
        var answer = node.call(connection -> connection
                .service(InquiryServiceGrpc::newBlockingStub)
                .listQuestions(ListQuestionsRequest.getDefaultInstance()));
        if (node.json()) {
            screen.line(JsonLine.of(answer));
        } else {
            QuestionList.lines(answer.getQuestionsList(), screen.language()).forEach(screen::line);
        }
        return ExitCode.DONE;
    }

    private int export(AskRequest request, AnswerFiles files, Screen screen) {
        write(request, "CSV", files.csv, screen);
        write(request, "JSON_LINES", files.jsonLines, screen);
        write(request, "DCAT", files.dcat, screen);
        if (files.pdf != null) {
            most = Math.min(most, AnswerPage.MOST_ROWS);
            AskResponse answer = node.call(connection -> all(connection, request));
            ExportedFile.print(AnswerPage.of(answer, screen.language()), files.pdf, screen);
        }
        return ExitCode.DONE;
    }

    /** Of the files, one alone is named. */
    private void write(AskRequest request, String format, @Nullable Path path, Screen screen) {
        if (path != null) {
            node.call(connection -> ExportedFile.write(connection, request, format, path, screen));
        }
    }

    /** The kept question; what is filled in on the command line comes in the place of what was. */
    private AskRequest kept(String name) {
        AskRequest found = node
                .call(connection -> connection
                        .service(InquiryServiceGrpc::newBlockingStub)
                        .listSavedQuestions(ListSavedQuestionsRequest.getDefaultInstance()))
                .getQuestionsList()
                .stream()
                .filter(kept -> kept.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandFailure.refused(
                        "Vous ne gardez aucune question du nom de " + name + " ; liptako ask-saved les nomme.",
                        "You keep no question named " + name + "; liptako ask-saved names them."))
                .getQuestion();
        return request(found.getQuestion(), filled(found, question, blanks));
    }

    /** The first blank stands where a question that is not kept is named. */
    static Map<String, String> filled(AskRequest kept, @Nullable String first, Map<String, String> more) {
        Map<String, String> filled = new LinkedHashMap<>();
        kept.getBlanksList().forEach(blank -> filled.put(blank.getName(), blank.getValue()));
        if (first != null) {
            int sign = first.indexOf('=');
            if (sign < 1) {
                throw CommandFailure.badInput(
                        "--saved nomme déjà la question ; ôtez « " + first + " », ou --saved.",
                        "--saved names the question already; take out \"" + first + "\", or --saved.");
            }
            filled.put(first.substring(0, sign), first.substring(sign + 1));
        }
        filled.putAll(more);
        return filled;
    }

    private static AskRequest request(String question, Map<String, String> blanks) {
        List<Blank> filled = new ArrayList<>();
        blanks.forEach((name, value) ->
                filled.add(Blank.newBuilder().setName(name).setValue(value).build()));
        return AskRequest.newBuilder()
                .setQuestion(question)
                .addAllBlanks(filled)
                .build();
    }

    /** Page by page, until all rows are there or as many as are wanted. */
    private AskResponse all(NodeConnection connection, AskRequest request) {
        AskRequest.Builder next = request.toBuilder();
        AskResponse.Builder all = AskResponse.newBuilder();
        do {
            next.setPageSize(Math.min(PAGE, most - all.getRowsCount()));
            AskResponse page =
                    connection.service(InquiryServiceGrpc::newBlockingStub).ask(next.build());
            List<Row> before = all.getRowsList();
            all = page.toBuilder().clearRows().addAllRows(before).addAllRows(page.getRowsList());
            next.setPageToken(page.getNextPageToken());
        } while (!next.getPageToken().isEmpty() && all.getRowsCount() < most);
        return all.build();
    }
}
