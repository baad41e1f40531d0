package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;
import static org.liptako.node.placement.TrialCatalogue.OUAGADOUGOU;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementOffered;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

/** What Burkina Faso's node makes of statements that are not what Mali's node honestly says. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StatementsIT {
    private static final RequestId REQUEST = new RequestId("request-1");
    private static final AskedTerms COPY =
            new AskedTerms(AGGREGATED_HEALTH, "REPLICATE", OUAGADOUGOU, null, null, true, true);

    private final LossyHost.Link link = new LossyHost.Link();
    private TrialNode mali;
    private TrialNode burkina;
    private TrialNode niger;

    @BeforeEach
    void begin() {
        mali = new TrialNode(State.ML, TrialNode.Means.USUAL.askingThrough(host -> new LossyHost(host, link)));
        burkina = new TrialNode(State.BF, TrialNode.Means.USUAL);
        niger = new TrialNode(State.NE, TrialNode.Means.USUAL);
        mali.meet(burkina);
        burkina.meet(mali);
    }

    @AfterEach
    void end() {
        mali.close();
        burkina.close();
        niger.close();
    }

    @Test
    void takesAnHonestQuestionTwiceWithTheSameAnswer() {
        SignedStatement question = question(node -> {});

        SignedStatement once = burkina.hostDesk.judge(State.ML, question);

        assertThat(burkina.hostDesk.judge(State.ML, question)).isEqualTo(once);
        assertThat(burkina.journaled(PlacementOffered.class)).hasSize(1);
    }

    @Test
    void refusesAQuestionThatWasEditedAfterItWasSigned() {
        SignedStatement honest = question(node -> {});
        byte[] edited = new String(honest.payload(), StandardCharsets.UTF_8)
                .replace("\"strategic\":false", "\"strategic\":true ")
                .getBytes(StandardCharsets.UTF_8);

        refused(() -> burkina.hostDesk.judge(
                State.ML, new SignedStatement(honest.context(), edited, honest.signature(), honest.chain())));
    }

    @Test
    void refusesAQuestionSignedByAnotherStatesNode() {
        SignedStatement honest = question(node -> {});
        SignedStatement byNiger = niger.identity.signer().sign(honest.context(), honest.payload());

        refused(() -> burkina.hostDesk.judge(State.ML, byNiger));
        refused(() -> burkina.hostDesk.judge(State.NE, byNiger));
    }

    @Test
    void refusesAStatementMadeForAnotherUse() {
        SignedStatement honest = question(node -> {});

        refused(() -> burkina.hostDesk.judge(State.ML, mali.identity.signer().sign("journal-head", honest.payload())));
    }

    @Test
    void refusesAHomeStatementThatCarriesTheHostsFacts() {
        refused(() -> burkina.hostDesk.judge(
                State.ML, question(node -> facts(node).putObject("target").put("control", "STATE_OPERATED"))));
        refused(() -> burkina.hostDesk.judge(
                State.ML,
                question(node -> facts(node).putObject("authorisation").put("CIL", "GRANTED"))));
    }

    @Test
    void refusesAHomeStatementThatAssertsTheRequestersFacts() {
        refused(() ->
                burkina.hostDesk.judge(State.ML, question(node -> facts(node).put("purpose", "CARE"))));
    }

    @Test
    void refusesADatasetThatIsNotHomes() {
        refused(() -> burkina.hostDesk.judge(
                State.ML, question(node -> ((ObjectNode) facts(node).get("dataset")).put("id", "NE-DS-010"))));
        refused(() -> burkina.hostDesk.judge(
                State.ML, question(node -> ((ObjectNode) facts(node).get("dataset")).put("home", "NE"))));
    }

    @Test
    void refusesAFactThatTheVocabularyDoesNotKnow() {
        refused(() ->
                burkina.hostDesk.judge(State.ML, question(node -> facts(node).put("weather", "fair"))));
    }

    @Test
    void aFindingThatTheRulesDoNotGiveIsObjectedTo() {
        SignedStatement answer = burkina.hostDesk.judge(
                State.ML, question(node -> ((ObjectNode) facts(node).get("dataset")).put("strategic", true)));

        assertThat(Statements.read(answer, JudgementStatement.class).objection())
                .isEqualTo(Objection.FINDINGS_DIFFER);
        assertThat(burkina.journaled(PlacementOffered.class)).isEmpty();
    }

    @Test
    void acceptsNoGrantThatNobodyOfferedTo() {
        SignedStatement grant = undelivered();

        declined(
                () -> burkina.acceptanceDesk.accept(
                        State.ML, edited(grant, node -> home(node).put("request", "another-request"))),
                ErrorCode.NOT_KNOWN);
    }

    @Test
    void acceptsNoGrantThatIsNotWhatWasOfferedOrNotWhatTheRulesGive() {
        SignedStatement grant = undelivered();

        for (Consumer<ObjectNode> edit : List.<Consumer<ObjectNode>>of(
                node -> node.put("serial", "BF-" + "0".repeat(32)),
                node -> node.put("expires", "2199-01-01T00:00:00Z"),
                node -> node.put("expires", "2026-01-01T00:00:00Z"),
                node -> ((ObjectNode) node.get("decision")).putArray("obligations"),
                node -> ((ObjectNode) home(node).get("terms")).put("returnClause", false),
                node -> home(node).put("answers", "0".repeat(64)))) {
            declined(() -> burkina.acceptanceDesk.accept(State.ML, edited(grant, edit)), ErrorCode.GRANT_NOT_USABLE);
        }
        refused(() -> burkina.acceptanceDesk.accept(State.NE, grant));
        assertThat(burkina.announced).isEmpty();
        assertThat(burkina.journaled(PlacementAccepted.class)).isEmpty();

        burkina.acceptanceDesk.accept(State.ML, grant);
        assertThat(burkina.announced).hasSize(1);
    }

    @Test
    void acceptsTheSameGrantTwiceWithTheSameAcceptanceAndNoOther() {
        SignedStatement grant = undelivered();

        SignedStatement once = burkina.acceptanceDesk.accept(State.ML, grant);

        assertThat(burkina.acceptanceDesk.accept(State.ML, grant)).isEqualTo(once);
        declined(
                () -> burkina.acceptanceDesk.accept(
                        State.ML, edited(grant, node -> node.put("serial", "ML-" + "0".repeat(32)))),
                ErrorCode.GRANT_NOT_USABLE);
        assertThat(burkina.journaled(PlacementAccepted.class)).hasSize(1);
    }

    /** What Mali's node asks, edited before it is signed. */
    private SignedStatement question(Consumer<ObjectNode> edit) {
        link.questionsArrive = false;
        Placement pending = mali.requests.request(mali.operator(), REQUEST, COPY);
        return edited(pending.ruling().orElseThrow().homeStatement(), edit);
    }

    /** A grant of Mali's, over Burkina Faso's offer, that is not handed over. */
    private SignedStatement undelivered() {
        link.grantsArrive = false;
        return mali.requests.request(mali.operator(), REQUEST, COPY).grant().orElseThrow();
    }

    private SignedStatement edited(SignedStatement statement, Consumer<ObjectNode> edit) {
        ObjectNode payload =
                (ObjectNode) JournalJson.read(new String(statement.payload(), StandardCharsets.UTF_8), JsonNode.class);
        edit.accept(payload);
        return mali.identity
                .signer()
                .sign(statement.context(), payload.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void refused(ThrowingCallable call) {
        declined(call, ErrorCode.STATEMENT_INVALID);
        assertThat(burkina.journaled(PlacementOffered.class)).hasSizeLessThan(2);
    }

    private static void declined(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.code())
                                .as(failure.toString())
                                .isEqualTo(code));
    }

    private static ObjectNode facts(ObjectNode judgement) {
        return (ObjectNode) judgement.get("facts");
    }

    private static ObjectNode home(ObjectNode grant) {
        return (ObjectNode) grant.get("home");
    }
}
