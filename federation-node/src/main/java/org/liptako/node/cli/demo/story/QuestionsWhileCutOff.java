package org.liptako.node.cli.demo.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.inquiry.v1.AskRequest;
import org.liptako.inquiry.v1.AskResponse;
import org.liptako.inquiry.v1.Blank;
import org.liptako.inquiry.v1.Cell;
import org.liptako.inquiry.v1.InquiryServiceGrpc;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.Step;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;
import org.liptako.node.cli.inquiry.AnswerTable;
import org.liptako.node.wire.Sentence;
import org.liptako.registry.v1.Coverage;

/** Step 14: Niger is cut off, and the regulator's questions are answered; each answer says as of when Niger is known. */
public final class QuestionsWhileCutOff implements Step {
    private static final Duration NOTICED = Duration.ofSeconds(45);
    private static final int WIDEST = 240;
    private static final Duration STORY = Duration.ofDays(1);

    @Override
    public String name() {
        return "14 questions while Niger is cut off";
    }

    @Override
    public Sentence title() {
        return new Sentence(
                "Le Niger est coupé, et les questions du régulateur ont leur réponse : la part du Niger est datée.",
                "Niger is cut off, and the regulator's questions are answered: Niger's part is dated.");
    }

    @Override
    public Sentence outcome() {
        return new Sentence(
                "ce qui est à l'étranger, ce que détient le site du Niger, ce qui fut refusé : répondu, la part du Niger datée",
                "what lies abroad, what Niger's site holds, what was refused: answered, Niger last known at");
    }

    @Override
    public String play(Scene scene) {
        scene.federation().cutOff(Place.NIAMEY);
        try {
            scene.narrator()
                    .asked(new Sentence(
                            "La ligne du Niger est coupée. Le régulateur du Burkina Faso interroge son nœud.",
                            "Niger's line is cut. Burkina Faso's regulator asks their node."));
            var abroad = Await.until(
                            NOTICED,
                            () -> Optional.of(abroad(scene))
                                    .filter(answer -> !niger(answer).getCurrent()))
                    .orElseThrow(() -> new UnexpectedOutcomeException("no answer says that Niger is not heard"));
            require(scene, abroad, Place.NIAMEY.site().value());
            require(scene, ask(scene, "site-holds", Map.of("site", "NE-NIM-1")), PermittedCopy.DATASET);
            require(
                    scene,
                    ask(
                            scene,
                            "refusals",
                            Map.of(
                                    "since",
                                    Instant.parse(abroad.getKnownAt())
                                            .minus(STORY)
                                            .toString(),
                                    "until",
                                    abroad.getKnownAt(),
                                    "state",
                                    "ML")),
                    "ML-SOL-2");
        } finally {
            scene.federation().restore(Place.NIAMEY);
        }
        var back = Await.until(NOTICED, () -> Optional.of(niger(abroad(scene))).filter(Coverage::getCurrent));
        UnexpectedOutcomeException.unless(back.isPresent(), "answers still say that Niger is cut off");
        back.ifPresent(part -> scene.narrator().said(part.getWords()));
        return expected();
    }

    private static AskResponse abroad(Scene scene) {
        return ask(scene, "abroad", Map.of("state", "ML"));
    }

    /** An answer tells what it should, and of Niger since when nothing is known; the two others answer. */
    private static void require(Scene scene, AskResponse answer, String word) {
        scene.narrator()
                .show(new AnswerTable(answer)
                        .lines(scene.narrator().language()).stream()
                                .map(QuestionsWhileCutOff::shortened)
                                .toList());
        UnexpectedOutcomeException.unless(
                answer.getRowsList().stream()
                        .flatMap(row -> row.getCellsList().stream())
                        .flatMap(QuestionsWhileCutOff::texts)
                        .anyMatch(text -> text.contains(word)),
                answer.getAsked().getEn() + " is answered without " + word);
        UnexpectedOutcomeException.unless(
                !niger(answer).getCurrent() && !niger(answer).getKnownAt().isEmpty(),
                answer.getAsked().getEn() + " does not say when Niger was last known");
        UnexpectedOutcomeException.unless(
                answer.getCoverageList().stream().filter(Coverage::getCurrent).count() == 2,
                answer.getAsked().getEn() + " is answered without Mali or Burkina Faso");
    }

    /** The facts of a refusal take more lines than a screen has. */
    private static String shortened(String line) {
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "…";
    }

    private static Stream<String> texts(Cell cell) {
        return Stream.of(cell.getValue(), cell.getWords().getEn());
    }

    private static Coverage niger(AskResponse answer) {
        return answer.getCoverageList().stream()
                .filter(part -> part.getState().equals("NE"))
                .findFirst()
                .orElseThrow(() -> new UnexpectedOutcomeException("an answer passes over Niger"));
    }

    private static AskResponse ask(Scene scene, String question, Map<String, String> blanks) {
        List<Blank> filled = blanks.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(blank -> Blank.newBuilder()
                        .setName(blank.getKey())
                        .setValue(blank.getValue())
                        .build())
                .toList();
        return scene.people()
                .ask(
                        Person.REGULATOR,
                        Place.OUAGADOUGOU,
                        node -> node.service(InquiryServiceGrpc::newBlockingStub)
                                .ask(AskRequest.newBuilder()
                                        .setQuestion(question)
                                        .addAllBlanks(filled)
                                        .build()));
    }
}
